import type { TransferNumberBatchProgress } from '../../domain/transfer-numbers/batch.ts';

/** Activities of the batch of transfer numbers, owned by its workflow. They return counts, never a number or a name. */
export interface TransferNumberActivities {
  /** Issues what is missing or dead, part by part. Run again, it goes on with the parts that are not done. */
  issueTransferNumbers(batchId: string): Promise<TransferNumberBatchProgress>;
  /** Marks the batch as cancelled; numbers that it has issued stay. */
  cancelTransferNumbers(batchId: string): Promise<void>;
}
