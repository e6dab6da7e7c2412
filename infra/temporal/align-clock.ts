import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { msToTs, optionalTsToMs } from '@temporalio/common/lib/time.js';

/** More skips than any season needs; the server's default of 100 a session is for toys. */
const maxSessionSkipCount = 10_000;
/** Virtual clocks run on in real time between two looks at them. */
const toleranceMs = 1_000;

/**
 * Development and tests only: brings the virtual clock of one open execution to the record's, which stands `offsetMs`
 * ahead of real time. May be repeated; it never goes back. Returns the id of the fast-forward, if one was needed.
 */
export async function alignClock(client: Client, workflowId: string, offsetMs: number): Promise<string | undefined> {
  const { raw } = await client.workflow.getHandle(workflowId).describe();
  const virtual = optionalTsToMs(raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime) ?? Date.now();
  const byMs = Date.now() + offsetMs - virtual;
  if (byMs <= toleranceMs) return undefined;
  const id = randomUUID();
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, maxSessionSkipCount, fastForwardConfig: { id, duration: msToTs(byMs) } },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  return id;
}
