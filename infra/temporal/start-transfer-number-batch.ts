import type { Client } from '@temporalio/client';
import {
  transferNumberBatchWorkflowId,
  transferNumberBatchWorkflowType,
  type TransferNumberBatchInput,
} from '../../domain/transfer-numbers/batch.ts';

/** Starts the workflow of a batch; once, however often it is asked. */
export async function startTransferNumberBatch(client: Client, taskQueue: string, batchId: string): Promise<void> {
  const input: TransferNumberBatchInput = { batchId };
  await client.workflow.start(transferNumberBatchWorkflowType, {
    workflowId: transferNumberBatchWorkflowId(batchId),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    staticSummary: 'Batch of transfer numbers',
  });
}
