import type { Client } from '@temporalio/client';
import { lifecycleWorkflowType } from '../../domain/lifecycle/messages.ts';
import { alignClock } from './align-clock.ts';
import { lifecycleStart, type LifecycleSubject } from './lifecycle-start.ts';

/** Starts the lifecycle workflow unless it runs already; in development its clock is brought to the record's. */
export async function startLifecycle(client: Client, taskQueue: string, subject: LifecycleSubject, clockOffsetMs: number): Promise<void> {
  const { workflowId, ...options } = lifecycleStart(subject, taskQueue);
  await client.workflow.start(lifecycleWorkflowType, { workflowId, ...options });
  if (clockOffsetMs > 0) await alignClock(client, workflowId, clockOffsetMs);
}
