import type { Client } from '@temporalio/client';
import { lifecycleWorkflowType } from '../../../domain/lifecycle/messages.ts';
import { lifecycleStart, type LifecycleSubject } from '../../../infra/temporal/lifecycle-start.ts';
import { alignClock } from '../../../infra/temporal/align-clock.ts';

/** Starts a lifecycle whose own clock begins at `at`. */
export async function startAt(client: Client, taskQueue: string, subject: LifecycleSubject, at: number): Promise<string> {
  const { workflowId, ...options } = lifecycleStart(subject, taskQueue);
  await client.workflow.start(lifecycleWorkflowType, { workflowId, ...options });
  await moveTo(client, workflowId, at);
  return workflowId;
}

/** Lets the clock of one execution run to an instant, doing on the way what is due, and waits until it is there. */
export async function moveTo(client: Client, workflowId: string, at: number): Promise<void> {
  const fastForwardId = await alignClock(client, workflowId, at - Date.now());
  if (fastForwardId === undefined) return;
  const request = { namespace: client.options.namespace, workflowExecution: { workflowId }, fastForwardId };
  for (let polls = 0; polls < 20; polls += 1) {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    if (status.name !== 'RUNNING') return;
    const poll = () => client.workflowService.pollWorkflowExecutionTimeSkipping(request);
    // The server answers a long poll that is not over with a timeout.
    const answer = await client.withDeadline(Date.now() + 5_000, poll).catch(() => undefined);
    if (answer?.fastForwardInfo?.hasCompleted) return;
  }
  throw new Error('the clock of the workflow did not arrive');
}
