import type { Client } from '@temporalio/client';
import { transferNumberBatchWorkflowId, transferNumberBatchWorkflowType, type TransferNumberBatchInput } from '../../domain/transfer-numbers/batch.ts';

/** Starts the workflow of a batch; once, however often it is asked. */
export async function startTransferNumberBatch(client: Client, taskQueue: string, batchId: string): Promise<void> {
  const input: TransferNumberBatchInput = { batchId };
  await client.workflow.start(transferNumberBatchWorkflowType, {
    workflowId: transferNumberBatchWorkflowId(batchId), taskQueue, args: [input], workflowIdConflictPolicy: 'USE_EXISTING', workflowIdReusePolicy: 'REJECT_DUPLICATE', staticSummary: 'Batch of transfer numbers',
  });
}

/** Asks the workflow of a batch to stop between two parts. Throws WorkflowNotFoundError when it is over. */
export async function cancelTransferNumberBatch(client: Client, batchId: string): Promise<void> {
  await client.workflow.getHandle(transferNumberBatchWorkflowId(batchId)).cancel();
}
