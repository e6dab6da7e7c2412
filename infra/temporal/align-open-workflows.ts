import type { Client } from '@temporalio/client';
import { cohortCalendarWorkflowType } from '../../domain/calendar/messages.ts';
import { dispatchWorkflowType } from '../../domain/dispatch/messages.ts';
import { lifecycleWorkflowType } from '../../domain/lifecycle/messages.ts';
import { alignClock } from './align-clock.ts';

const atOnce = 20;

/**
 * Development only: after the record's clock has been moved forward, brings every open lifecycle, calendar and dispatch along. Returns how many.
 * `offsetMs` is how far the record now stands ahead of real time.
 */
export async function alignOpenWorkflows(client: Client, offsetMs: number): Promise<number> {
  let aligned = 0;
  let batch: Promise<unknown>[] = [];
  for await (const { workflowId } of client.workflow.list({
    query: `WorkflowType IN ('${lifecycleWorkflowType}', '${cohortCalendarWorkflowType}', '${dispatchWorkflowType}') AND ExecutionStatus = 'Running'`,
  })) {
    batch.push(alignClock(client, workflowId, offsetMs));
    aligned += 1;
    if (batch.length < atOnce) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
  return aligned;
}
