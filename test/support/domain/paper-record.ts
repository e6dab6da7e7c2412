import { windowsOf, emptySchoolCalendar, type SchoolCalendar } from '../../../domain/calendar/windows.ts';
import type { CommandType } from '../../../domain/commands/command.ts';
import { decide } from '../../../domain/decision/decide.ts';
import type { Decision, DecisionContext, Refusal } from '../../../domain/decision/decision.ts';
import { evolve } from '../../../domain/decision/evolve.ts';
import type { EventOf, RegistrationEvent } from '../../../domain/decision/events.ts';
import type { GraduateState } from '../../../domain/graduate/graduate-state.ts';
import { dueEvents } from '../../../domain/lifecycle/due-events.ts';
import { standingOf } from '../../../domain/lifecycle/standing.ts';
import { notificationsOf, type NotificationRow } from '../../../domain/notifications/notifications-of.ts';
import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import type { RulePack } from '../../../domain/rule-packs/rule-pack.ts';
import { actors, type PaperActor } from './actors.ts';
import { newGraduate, nextId } from './graduate-state.ts';
import { june } from './instants.ts';

export interface PaperOptions {
  readonly state?: GraduateState;
  readonly now?: number;
  readonly pack?: RulePack;
  readonly calendar?: Partial<SchoolCalendar>;
  /** Where new ids come from, for a comparison with another record. */
  readonly newId?: () => string;
}

/** The record without a database: decides and evolves as applyCommand and advance do, and keeps what it told whom. */
export class PaperRecord {
  state: GraduateState;
  now: number;
  pack: RulePack;
  calendar: SchoolCalendar;
  readonly told: NotificationRow[] = [];
  readonly happened: RegistrationEvent[] = [];
  private readonly newId: () => string;
  private numbers = 0;

  constructor({ state = newGraduate(), now = june, pack = nationalDefault, calendar = {}, newId = nextId }: PaperOptions = {}) {
    this.newId = newId;
    this.state = state;
    this.now = now;
    this.pack = pack;
    this.calendar = { ...emptySchoolCalendar, ...calendar };
  }

  context(actor: PaperActor = actors.graduate, proofedAt: number | null = this.now): DecisionContext {
    return {
      now: this.now,
      pack: this.pack,
      windows: windowsOf(this.pack, this.calendar, this.state.cohort),
      actor,
      proofedAt,
      newId: this.newId,
      newNumber: (kind) => `${kind}-${(this.numbers += 1)}`,
    };
  }

  decide(actor: PaperActor, type: CommandType, payload: unknown, proofedAt?: number | null): Decision {
    return decide(this.state, { type, payload }, this.context(actor, proofedAt));
  }

  /** Why a command is refused; throws when it is not. */
  refusal(actor: PaperActor, type: CommandType, payload: unknown, proofedAt?: number | null): Refusal {
    const decision = this.decide(actor, type, payload, proofedAt);
    if (decision.accepted) throw new Error(`${type} was accepted`);
    return decision.refusal;
  }

  /** Applies a command and returns what happened; throws when it is refused. */
  apply(actor: PaperActor, type: CommandType, payload: unknown, proofedAt?: number | null): readonly RegistrationEvent[] {
    const decision = this.decide(actor, type, payload, proofedAt);
    if (!decision.accepted) throw new Error(`${type} was refused: ${JSON.stringify(decision.refusal)}`);
    return this.write(decision.events);
  }

  /** Lets the clock run to an instant and books what it made true. */
  advance(asOf: number): readonly RegistrationEvent[] {
    this.now = asOf;
    const events = dueEvents(this.state, this.context(), asOf);
    return events.length === 0 ? events : this.write(events);
  }

  standing() {
    return standingOf(this.state, this.context());
  }

  /** Events told to somebody since a point, as `recipient event`. */
  toldSince(index: number): string[] {
    return this.told.slice(index).map(({ recipientKind, event }) => `${recipientKind} ${event}`);
  }

  /** Writes what happened, whoever decided it. */
  write(events: readonly RegistrationEvent[]): readonly RegistrationEvent[] {
    this.told.push(...notificationsOf(events, this.state, this.context()));
    this.happened.push(...events);
    const evolved = events.reduce((state, event) => evolve(state, event, this.now), this.state);
    const after = { ...evolved, version: this.state.version + 1 };
    const { stage, overdue } = standingOf(after, this.context());
    this.state = { ...after, stage, overdue };
    return events;
  }
}

/** The events of one type. */
export const ofType = <T extends RegistrationEvent['type']>(events: readonly RegistrationEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);
