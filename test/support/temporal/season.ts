import { commandUpdateName, standingQueryName, type StandingReport } from '../../../domain/lifecycle/messages.ts';
import type { CommandType } from '../../../domain/commands/command.ts';
import type { SectionKind } from '../../../domain/registration/section.ts';
import { findCommand } from '../../../infra/record/command-store.ts';
import {
  collegeActor,
  graduateActor,
  schoolActor,
  seenBasic,
  seenRecord,
  stateOf,
  store,
  type Actor,
  type CommandOptions,
} from '../record/commands.ts';
import { homeDossier, homeHukou, pendingDestination } from '../record/contents.ts';
import { createGraduate, type GraduateFixture, type SchoolFixture } from '../record/graduates.ts';
import type { TestRecord } from '../record/test-record.ts';
import { subjectOf } from './subject.ts';
import type { RealServer } from './real-server.ts';
import type { TestWorker } from './test-worker.ts';
import { moveTo, startAt } from './virtual-time.ts';

/** An instant by the clocks of Shanghai. */
export const shanghai = (text: string): number => Date.parse(`${text}+08:00`);

/** One graduate with a running lifecycle: every command is stored and sent as an Update, as the API does. */
export class Season {
  readonly record: TestRecord;
  readonly worker: TestWorker;
  readonly school: SchoolFixture;
  readonly graduate: GraduateFixture;
  readonly workflowId: string;

  private constructor(record: TestRecord, worker: TestWorker, school: SchoolFixture, graduate: GraduateFixture, workflowId: string) {
    this.record = record;
    this.worker = worker;
    this.school = school;
    this.graduate = graduate;
    this.workflowId = workflowId;
  }

  static async begin({ record, worker, school }: RealServer, at: number): Promise<Season> {
    const graduate = await createGraduate(record.pool, record, school, { createdAt: new Date(at) });
    const workflowId = await startAt(worker.client, worker.taskQueue, await subjectOf(record, graduate.graduateId, at), at);
    return new Season(record, worker, school, graduate, workflowId);
  }

  get graduateId(): string {
    return this.graduate.graduateId;
  }
  get me(): Actor {
    return graduateActor(this.graduate);
  }
  get handle() {
    return this.worker.client.workflow.getHandle(this.workflowId);
  }

  state() {
    return stateOf(this.record, this.graduateId);
  }
  standing() {
    return this.handle.query<StandingReport>(standingQueryName);
  }
  moveTo(at: number) {
    return moveTo(this.worker.client, this.workflowId, at);
  }

  /** Sends a command; returns its outcome as the record has it. */
  async send(actor: Actor, type: CommandType, payload: unknown, options: CommandOptions) {
    const commandId = await store(this.record, this.graduateId, actor, type, payload, options);
    await this.handle.executeUpdate<string, [string]>(commandUpdateName, { args: [commandId], updateId: commandId });
    const command = await findCommand(this.record.pool, commandId);
    if (!command?.outcome) throw new Error('the command has no outcome');
    return command.outcome;
  }

  async apply(actor: Actor, type: CommandType, payload: unknown, options: CommandOptions) {
    const outcome = await this.send(actor, type, payload, options);
    if (outcome.code !== 'APPLIED') throw new Error(`expected APPLIED, got ${outcome.code}`);
    return outcome;
  }

  async check(at: number) {
    await this.apply(this.me, 'CHECK_BASIC_INFORMATION', { digest: await seenBasic(this.record, this.graduateId) }, { at });
  }

  async submit(section: SectionKind, content: unknown, at: number): Promise<string> {
    const basedOn = (await this.state()).sections[section].current?.id ?? null;
    const { ids } = await this.apply(this.me, 'SUBMIT_SECTION', { section, content, evidenceIds: [], basedOn }, { at });
    return ids?.versionId ?? '';
  }

  async approve(versionId: string, at: number) {
    await this.apply(collegeActor(this.school), 'DECIDE_REVIEW', { decision: 'APPROVE', versionId }, { at });
    await this.apply(schoolActor(this.school), 'DECIDE_REVIEW', { decision: 'APPROVE', versionId }, { at });
  }

  async register(
    at: number,
    sections: Partial<Record<SectionKind, unknown>> = { DESTINATION: pendingDestination, DOSSIER: homeDossier, HUKOU: homeHukou },
  ) {
    for (const [section, content] of Object.entries(sections))
      await this.approve(await this.submit(section as SectionKind, content, at), at);
  }

  async confirm(at: number) {
    await this.apply(this.me, 'CONFIRM', { digest: await seenRecord(this.record, this.graduateId) }, { at });
  }

  async grant(kind: 'DOSSIER' | 'HUKOU', endDate: string, at: number) {
    await this.apply(this.me, 'ISSUE_GRANT', { kind, endDate }, { at, proofedAt: at });
  }

  /** Events told to the graduate, oldest first. */
  async told(): Promise<string[]> {
    const { rows } = await this.record.pool.query<{ event: string }>(
      `SELECT "event" FROM "notification" WHERE "graduateId" = $1 AND "recipientKind" = 'GRADUATE' ORDER BY "createdAt", "event"`,
      [this.graduateId],
    );
    return rows.map(({ event }) => event);
  }
}
