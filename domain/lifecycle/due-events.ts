import { lifecycleEnd } from '../calendar/service-ends.ts';
import type { GuardContext } from '../decision/decision.ts';
import type { RegistrationEvent } from '../decision/events.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { deskOf } from '../registration/desk.ts';
import { closingOf } from '../registration/exceptions.ts';
import { findInReview, isInReview, sectionKinds, type SectionKind, type SectionVersion } from '../registration/section.ts';
import { jitterOf } from './jitter.ts';
import { plannedReminders } from './reminders.ts';

const dayMs = 86_400_000;
/** Bookings wait a minute for commands that were received just before (X13), and are spread; nobody's rights depend on them. */
const graceMs = 60_000;
const spreadMs = 14 * 60_000;
/** The calendar of the school sweeps its cohort at the cutoff; a lifecycle books what a sweep has missed, days later and far apart. */
const sweptFirstMs = 86_400_000;
const missedSpreadMs = 7 * 86_400_000;

/** Something that the clock does to a graduate, and from when. `events` is what to write once it is due. */
export interface PlannedStep {
  readonly at: number;
  readonly events: readonly RegistrationEvent[];
}

/** Everything the clock will do, as far as the state shows it now; the earliest is the workflow's one timer. */
export function plannedSteps(state: GraduateState, context: GuardContext): PlannedStep[] {
  if (state.ended) return [];
  const jitter = graceMs + jitterOf(state.id, spreadMs);
  return [
    ...state.grants
      .filter((grant) => grant.status === 'ACTIVE')
      .map((grant): PlannedStep => ({
        at: grant.deadline + jitter,
        events: [{ type: 'GRANT_ENDED', grantId: grant.id, kind: grant.kind, status: 'EXPIRED' }],
      })),
    ...state.transferNumbers
      .filter((number) => number.status === 'ACTIVE')
      .map((number): PlannedStep => ({
        at: transferNumberStep(state.id, number.deadline),
        events: [{ type: 'TRANSFER_NUMBER_ENDED', transferNumberId: number.id, kind: number.kind, status: 'ENDED' }],
      })),
    ...overdueReviews(state, context),
    ...plannedReminders(state, context).map(({ step, key, at }): PlannedStep => ({
      at,
      events: [{ type: 'REMINDED', reminders: [{ step, key }] }],
    })),
    ...cutoff(state, context),
    ...endedExceptions(state, context, jitter),
    // Who graduated in winter may end before the cutoff of the cohort (X20, X21).
    { at: lifecycleEnd(state.basic.graduatedAt) + jitter, events: [{ type: 'SERVICE_ENDED' }, ...lapses(state)] },
  ];
}

/** When the end of a transfer number is booked. */
export const transferNumberStep = (graduateId: string, deadline: number): number => deadline + graceMs + jitterOf(graduateId, spreadMs);

/** Events due at `asOf`; the reminders of one day are one event, so that they become one mail. */
export function dueEvents(state: GraduateState, context: GuardContext, asOf: number): RegistrationEvent[] {
  const due = plannedSteps(state, context)
    .filter(({ at }) => at <= asOf)
    .sort((a, b) => a.at - b.at)
    .flatMap(({ events }) => events);
  const reminders = due.flatMap((event) => (event.type === 'REMINDED' ? event.reminders : []));
  const others = due.filter((event, index) => event.type !== 'REMINDED' && !repeats(due.slice(0, index), event));
  return reminders.length === 0 ? others : [{ type: 'REMINDED', reminders }, ...others];
}

/** Cutoff and end of the service lapse the same submissions; what comes first does it. */
function repeats(before: readonly RegistrationEvent[], event: RegistrationEvent): boolean {
  return event.type === 'SECTION_LAPSED' && before.some((other) => other.type === 'SECTION_LAPSED' && other.versionId === event.versionId);
}

function overdueReviews(state: GraduateState, { pack, windows, now }: GuardContext): PlannedStep[] {
  return inReview(state)
    .filter((version) => !version.overdueTold && now < closingOf(state, version.section, windows))
    .map((version) => {
      const desk = deskOf(version);
      const days = desk === 'COLLEGE' ? pack.reviewDays.college : pack.reviewDays.school;
      return {
        closesAt: closingOf(state, version.section, windows),
        at: version.statusSince + days * dayMs,
        events: [{ type: 'REVIEW_OVERDUE', versionId: version.id, section: version.section, desk } as const],
      };
    })
    .filter(({ at, closesAt }) => at < closesAt)
    .map(({ at, events }) => ({ at, events }));
}

/** Set-based in the sweep (infra/calendar/sweep-cutoff.ts), which a test holds equal to these events. */
export function cutoffEvents(state: GraduateState, { now, windows }: Pick<GuardContext, 'now' | 'windows'>): RegistrationEvent[] {
  return [{ type: 'CUTOFF_RECORDED' }, ...lapses(state, (section) => now >= closingOf(state, section, windows))];
}

/** What was submitted under an exception stays open until it ends (X7); what nobody has decided by then lapses. */
function endedExceptions(state: GraduateState, { windows }: GuardContext, jitter: number): PlannedStep[] {
  if (!state.cutoffRecorded) return [];
  return sectionKinds.flatMap((section) => {
    const closesAt = closingOf(state, section, windows);
    const events = closesAt > windows.cutoffAt ? lapses(state, (other) => other === section) : [];
    return events.length === 0 ? [] : [{ at: closesAt + jitter, events }];
  });
}

/** At the cutoff what is still open lapses (R55); commands received before it have been applied by then. */
function cutoff(state: GraduateState, context: GuardContext): PlannedStep[] {
  if (state.cutoffRecorded) return [];
  const at = context.windows.cutoffAt + sweptFirstMs + jitterOf(state.id, missedSpreadMs);
  return [{ at, events: cutoffEvents(state, context) }];
}

/** Open is what stands at a desk, and what was returned and not submitted again. */
function lapses(state: GraduateState, isOver: (section: SectionKind) => boolean = () => true): RegistrationEvent[] {
  return sectionKinds.filter(isOver).flatMap((section): RegistrationEvent[] => {
    const { latest } = state.sections[section];
    const open = latest !== null && (isInReview(latest.status) || latest.status === 'RETURNED');
    return open ? [{ type: 'SECTION_LAPSED', versionId: latest.id, section }] : [];
  });
}

function inReview(state: GraduateState): SectionVersion[] {
  return sectionKinds.map((kind) => findInReview(state.sections[kind])).filter((version) => version !== undefined);
}
