import { shanghaiDate } from '../calendar/shanghai.ts';
import type { CommandPayload } from '../commands/command.ts';
import { accept, type Decider, type GuardContext, type Refusal } from '../decision/decision.ts';
import { liveStatus } from '../grants/grant.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { awaitsGraduate, isUnregistered } from '../registration/section.ts';

/** What a counsellor or desk may remind of: what the graduate has still to do (X31). */
export type StaffReminderStep = 'NOT_CHECKED' | 'NOT_REGISTERED' | 'RETURNED_NOT_RESUBMITTED' | 'NOT_CONFIRMED' | 'NOT_GRANTED';

/** Where the day of the last reminder by staff stands among the reminders that were sent. */
export const staffReminderKey = 'STAFF';

/** What is still open for the graduate, in its order; only the first of these can be done at once, but a return concerns any section. */
export function openSteps(state: GraduateState, { now, windows }: GuardContext): StaffReminderStep[] {
  if (state.basicCheck === 'PENDING') return ['NOT_CHECKED'];
  if (state.basicCheck === 'DISPUTED') return [];
  const returned = Object.values(state.sections).some(awaitsGraduate);
  const steps: StaffReminderStep[] = returned && now < windows.cutoffAt ? ['RETURNED_NOT_RESUBMITTED'] : [];
  if (isUnregistered(state.sections.DESTINATION)) return now < windows.cutoffAt ? [...steps, 'NOT_REGISTERED'] : steps;
  if (state.confirmation.status === 'UNCONFIRMED') return [...steps, 'NOT_CONFIRMED'];
  const granted = state.grants.some((grant) => liveStatus(grant, now) === 'ACTIVE');
  return state.confirmation.status === 'CONFIRMED' && !granted ? [...steps, 'NOT_GRANTED'] : steps;
}

/** May somebody of the staff remind the graduate now? At most once a day in Shanghai, and only of something. */
export function refuseReminder(state: GraduateState, context: GuardContext): Refusal | undefined {
  if (state.ended) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  if (openSteps(state, context).length === 0) return { code: 'NOTHING_TO_REMIND', clause: 'X31' };
  const last = state.remindersDone[staffReminderKey];
  return last !== undefined && shanghaiDate(last) === shanghaiDate(context.now) ? { code: 'REMINDED_TODAY', clause: 'X31' } : undefined;
}

export const decideReminder: Decider<CommandPayload<'REMIND'>> = (state, _, context) => {
  const refusal = refuseReminder(state, context);
  return refusal ? { accepted: false, refusal } : accept({ type: 'REMINDED_BY_STAFF', steps: openSteps(state, context) });
};
