import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setCurrentDetails,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { LifecycleInput, LifecycleStanding, StandingReport } from '../../domain/lifecycle/messages.ts';
import type { RecordAnswer } from '../ports.ts';
import { record } from '../policies.ts';
import { searchAttributes } from '../search-attributes.ts';
import { describeWaiting } from './describe-waiting.ts';

/** Ten times what a graduate usually needs; a replay stays fast. */
const longHistory = 1_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Shape only: every business refusal is an outcome written by the record. Synchronous, or nothing would be refused. */
export function assertCommandId(commandId: unknown): void {
  if (typeof commandId !== 'string' || !uuid.test(commandId)) throw new TypeError('a command id is expected');
}

/** State and commands of one graduate-year's process. */
export class Lifecycle {
  private readonly input: LifecycleInput;
  private standing: LifecycleStanding;
  /** End of the queue in which handlers take turns: confirmation and grants span the sections, so one at a time. */
  private turn: Promise<unknown> = Promise.resolve();
  /** Deadline for which the timer is armed; Infinity while none is. */
  private armedFor = Infinity;
  private commandsHandled = 0;

  constructor(input: LifecycleInput) {
    this.input = input;
    this.standing = input.standing;
    this.showDetails();
  }

  hasEnded(): boolean {
    return this.standing.ended;
  }

  isDue(): boolean {
    return this.standing.nextDeadline !== null && Date.now() >= this.standing.nextDeadline;
  }

  mustContinueAsNew(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return !this.standing.ended && (continueAsNewSuggested || historyLength > longHistory);
  }

  /** Applies one stored command and returns its outcome code. */
  async handle(commandId: string): Promise<string> {
    return this.inTurn(async () => {
      const { outcome, ...answer } = await record.applyCommand(commandId);
      this.commandsHandled += 1;
      this.absorb(answer);
      return outcome;
    });
  }

  async readAgain(): Promise<void> {
    await this.inTurn(async () => this.absorb(await record.readStanding(this.input.graduateId)));
  }

  /** Writes down what the clock has made true. */
  async advance(): Promise<void> {
    await this.inTurn(async () => this.absorb(await record.advance(this.input.graduateId, Date.now())));
  }

  /**
   * One timer: the next deadline. It is armed anew only when a deadline comes sooner; one that fires early looks and
   * sleeps again, which costs less history than moving it with every command.
   */
  async waitForNext(): Promise<void> {
    const { nextDeadline } = this.standing;
    const wakes = () => this.standing.ended || this.mustContinueAsNew() || (this.standing.nextDeadline ?? Infinity) < this.armedFor;
    this.armedFor = nextDeadline ?? Infinity;
    if (nextDeadline === null) await condition(wakes);
    else if (nextDeadline > Date.now()) await condition(wakes, nextDeadline - Date.now());
  }

  /**
   * Never close a run in the workflow task that completes a handler: a signal that arrives meanwhile fails that task
   * and the update's answer is lost. So drain, let one more task begin, drain again.
   */
  async drain(): Promise<void> {
    await condition(allHandlersFinished);
    await sleep(1);
    await condition(allHandlersFinished);
  }

  async continueAsNew(): Promise<never> {
    await this.drain();
    return continueAsNew<(input: LifecycleInput) => Promise<void>>({ ...this.input, standing: this.standing });
  }

  report(): StandingReport {
    const { nextDeadline } = this.standing;
    return {
      ...this.standing,
      waitsFor: describeWaiting(this.standing),
      commandsHandled: this.commandsHandled,
      nextDeadlineAt: nextDeadline === null ? null : new Date(nextDeadline).toISOString(),
    };
  }

  private absorb(answer: RecordAnswer): void {
    const { stage, overdue } = this.standing;
    // Answers come in turn, but a repeated command returns the standing of now, never an older one.
    this.standing = answer;
    const { school: _, cohort: __, ...changing } = searchAttributes;
    if (stage !== answer.stage || overdue !== answer.overdue) {
      upsertSearchAttributes([
        { key: changing.stage, value: answer.stage },
        { key: changing.overdue, value: answer.overdue },
      ]);
    }
    this.showDetails();
  }

  private showDetails(): void {
    setCurrentDetails(describeWaiting(this.standing));
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const before = this.turn;
    const mine = before.then(work, work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}
