import { CancellationScope, setCurrentDetails } from '@temporalio/workflow';
import type { TransferNumberBatchInput, TransferNumberBatchProgress } from '../../domain/transfer-numbers/batch.ts';
import { numbers } from './policies.ts';

/** 批量生成/重新生成转递编号 (R38, R39). Progress stands in the record, part by part; cancelled, it stops between two parts. */
export async function transferNumberBatch({ batchId }: TransferNumberBatchInput): Promise<TransferNumberBatchProgress> {
  // The record is told at once and the run looks there before each part: heartbeats would bring the news seconds later.
  let cancellation: Error | undefined;
  CancellationScope.current().cancelRequested.catch(async (error: Error) => {
    cancellation = error;
    await CancellationScope.nonCancellable(() => numbers.cancelTransferNumbers(batchId));
  });
  return CancellationScope.nonCancellable(async () => {
    const progress = await numbers.issueTransferNumbers(batchId);
    setCurrentDetails(`${progress.issued} issued, ${progress.skipped} skipped, of ${progress.graduates}.`);
    // Cancelled after the last part, a batch is done all the same.
    if (progress.status === 'CANCELLED' && cancellation) throw cancellation;
    return progress;
  });
}
