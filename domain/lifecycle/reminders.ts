import { lifecycleEnd } from '../calendar/service-ends.ts';
import { nextDailyRun } from '../calendar/shanghai.ts';
import type { GuardContext } from '../decision/decision.ts';
import type { DueReminder } from '../decision/events.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { submissionsEnd } from '../registration/guards.ts';
import { awaitsGraduate, isUnregistered, sectionKinds } from '../registration/section.ts';
import type { ReminderStep } from '../rule-packs/rule-pack.ts';

const dayMs = 86_400_000;

export interface PlannedReminder extends DueReminder {
  /** Instant from which it is due, at the pack's daily hour. */
  readonly at: number;
}

interface Cause {
  readonly key: string;
  readonly since: number;
  /** `before`: the instant is a deadline and the days count back from it. */
  readonly before?: true;
}

/** Reminders still to come (R54): each at most once, none after its matter is settled, and none after it is too late for it. */
export function plannedReminders(state: GraduateState, context: GuardContext): PlannedReminder[] {
  if (state.ended) return [];
  const { pack, windows, now } = context;
  const { hour, plan } = pack.reminders;
  const end = lifecycleEnd(state.basic.graduatedAt);
  return plan
    .flatMap(({ step, days }) =>
      causesOf(step, state, submissionsEnd(context))
        .map(({ key, since, before }) => {
          const at = nextDailyRun(before ? since - days * dayMs : since + days * dayMs, hour);
          return { step, key: key === '' ? step : `${step}:${key}`, at, until: Math.min(before ? since : windows.cutoffAt, end) };
        })
        .filter(({ key, at, until }) => at < until && now < until && state.remindersDone[key] === undefined),
    )
    .map(({ step, key, at }) => ({ step, key, at }));
}

function causesOf(step: ReminderStep, state: GraduateState, windowEndsAt: number): Cause[] {
  switch (step) {
    case 'NOT_CHECKED':
      return state.basicCheck === 'PENDING' ? [{ key: '', since: state.createdAt }] : [];
    case 'NOT_REGISTERED':
      return state.basicCheckedAt !== null && isUnregistered(state.sections.DESTINATION) ? [{ key: '', since: state.basicCheckedAt }] : [];
    case 'RETURNED_NOT_RESUBMITTED':
      return sectionKinds
        .map((kind) => state.sections[kind])
        .filter(awaitsGraduate)
        .map(({ latest }) => ({ key: latest?.id ?? '', since: latest?.statusSince ?? 0 }));
    case 'NOT_CONFIRMED':
      return state.confirmation.status === 'UNCONFIRMED' && state.confirmation.changedAt !== null
        ? [{ key: String(state.confirmation.changedAt), since: state.confirmation.changedAt }]
        : [];
    case 'GRANT_ENDS':
      return state.grants
        .filter((grant) => grant.status === 'ACTIVE')
        .map((grant) => ({ key: grant.id, since: grant.deadline, before: true }));
    case 'WINDOW_ENDS':
      return state.basicCheck !== 'CHECKED' || isUnregistered(state.sections.DESTINATION)
        ? [{ key: '', since: windowEndsAt, before: true }]
        : [];
  }
}
