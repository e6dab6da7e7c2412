import {
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { dispatchChangedSignalName, dispatchPlanQueryName, type DispatchInput, type DispatchPlan } from '../../domain/dispatch/messages.ts';
import type { DispatchActivities } from './ports.ts';

/** One short transaction, each step done once: tried for ever, since a file that nobody looks for stays lost. */
const record = proxyActivities<Pick<DispatchActivities, 'followDispatch'>>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** The record of this dispatch has changed. */
export const dispatchChangedSignal = defineSignal(dispatchChangedSignalName);
/** What comes next and when. */
export const dispatchPlanQuery = defineQuery<DispatchPlan>(dispatchPlanQueryName);

/** A file on its way (R63): reminds the school, opens the search for a lost one, ends with the outcome. What is done stands in the record. */
export async function dossierDispatch(input: DispatchInput): Promise<string> {
  let plan: DispatchPlan = { over: false, status: 'SENT', nextAt: null, nextStep: null };
  let changed = false;
  setHandler(dispatchChangedSignal, () => {
    changed = true;
  });
  setHandler(dispatchPlanQuery, () => plan);

  for (;;) {
    changed = false;
    plan = await record.followDispatch(input, Date.now());
    // Before the end too: a change that came meanwhile is looked at.
    if (plan.over && !changed) return plan.status;
    setCurrentDetails(
      plan.nextAt === null
        ? `${plan.status}: waits for an outcome.`
        : `${plan.status}. Next: ${plan.nextStep} at ${new Date(plan.nextAt).toISOString()}.`,
    );
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof dossierDispatch>(input);
    if (plan.nextAt === null) await condition(() => changed);
    else if (plan.nextAt > Date.now()) await condition(() => changed, plan.nextAt - Date.now());
  }
}
