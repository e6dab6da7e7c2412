import { condition, continueAsNew, defineQuery, defineSignal, setCurrentDetails, setHandler, workflowInfo } from '@temporalio/workflow';
import {
  calendarChangedSignalName,
  cohortPlanQueryName,
  type CohortCalendarInput,
  type CohortPlan,
} from '../../domain/calendar/messages.ts';
import { calendar } from './policies.ts';

/** The school has moved its dates. */
export const calendarChangedSignal = defineSignal(calendarChangedSignalName);
/** What comes next and when. */
export const planQuery = defineQuery<CohortPlan>(cohortPlanQueryName);

/**
 * The year of one school and cohort: windows, morning digests, departure snapshot, cutoff sweep (R55–R57). What is done stands in
 * the record, so this can be started anew at any moment. It ends when nothing is left to do.
 */
export async function cohortCalendar(input: CohortCalendarInput): Promise<void> {
  let plan: CohortPlan = { nextAt: Date.now(), nextKind: null };
  let changed = false;
  setHandler(calendarChangedSignal, () => {
    changed = true;
  });
  setHandler(planQuery, () => plan);

  while (plan.nextAt !== null || changed) {
    changed = false;
    plan = await calendar.performDue(input, Date.now());
    setCurrentDetails(plan.nextAt === null ? 'The year is over.' : `Next: ${plan.nextKind} at ${new Date(plan.nextAt).toISOString()}.`);
    // A signal that came meanwhile is not lost: the next run begins by looking.
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof cohortCalendar>(input);
    if (plan.nextAt !== null && plan.nextAt > Date.now()) await condition(() => changed, plan.nextAt - Date.now());
  }
}
