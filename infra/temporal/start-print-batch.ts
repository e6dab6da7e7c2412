import type { Client } from '@temporalio/client';
import { printBatchWorkflowId, printBatchWorkflowType, type PrintBatchInput } from '../../domain/print-batches/print-batch.ts';

/** Starts the workflow of a batch of papers; once, however often it is asked. */
export async function startPrintBatch(client: Client, taskQueue: string, batchId: string): Promise<void> {
  const input: PrintBatchInput = { batchId };
  await client.workflow.start(printBatchWorkflowType, {
    workflowId: printBatchWorkflowId(batchId),
    taskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    staticSummary: 'Batch of printed papers',
  });
}
