import type { PrintBatchProgress } from '../../domain/print-batches/print-batch.ts';

/** Activities of the batch of printed papers, owned by its workflow. They return counts, never a number or a name. */
export interface PrintBatchActivities {
  /** Prints what waits, part by part, each paper into the file store. Run again, it goes on with what is not done. */
  printPapers(batchId: string): Promise<PrintBatchProgress>;
  /** Puts the papers into one file. RUNNING when one of them is gone from the store: then it waits to be printed again. */
  bindBatch(batchId: string): Promise<PrintBatchProgress>;
  /** Marks the batch as cancelled; what is printed is found again by whoever resumes it. */
  cancelPrintBatch(batchId: string): Promise<void>;
}
