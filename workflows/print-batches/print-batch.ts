import { CancellationScope, proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import type { PrintBatchInput, PrintBatchProgress } from '../../domain/print-batches/print-batch.ts';
import type { PrintBatchActivities } from './ports.ts';

/**
 * Papers that are stored one by one, so a run that dies costs those it was at: tried for ever. What is wrong with a paper is an outcome, so an
 * error is the database's, the disk's, or a press that has to be started again. The heartbeat tells a dead worker from a large school.
 */
const papers = proxyActivities<PrintBatchActivities>({
  startToCloseTimeout: '4 hours',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** The papers of a query as one file (R25, R45, R61–R64). Progress stands in the record, part by part; cancelled, it stops between two parts. */
export async function printBatch({ batchId }: PrintBatchInput): Promise<PrintBatchProgress> {
  // The record is told at once and the run looks there before each part: heartbeats would bring the news seconds later.
  let cancellation: Error | undefined;
  CancellationScope.current().cancelRequested.catch(async (error: Error) => {
    cancellation = error;
    await CancellationScope.nonCancellable(() => papers.cancelPrintBatch(batchId));
  });
  return CancellationScope.nonCancellable(async () => {
    let progress: PrintBatchProgress;
    do {
      progress = await papers.printPapers(batchId);
      if (progress.status === 'RUNNING') progress = await papers.bindBatch(batchId);
    } while (progress.status === 'RUNNING');
    setCurrentDetails(`${progress.printed} printed, ${progress.skipped} skipped, of ${progress.papers}.`);
    // Cancelled when the file was there already, a batch is done all the same.
    if (progress.status === 'CANCELLED' && cancellation) throw cancellation;
    return progress;
  });
}
