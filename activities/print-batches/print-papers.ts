import type { PrintBatchProgress } from '../../domain/print-batches/print-batch.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { createLimit } from '../../infra/pdf/limit.ts';
import { findPrintBatch, readPrintProgress } from '../../infra/print-batches/batch-store.ts';
import { settleItems, takeItems, type ItemOutcome, type WaitingItem } from '../../infra/print-batches/item-store.ts';
import { planItems } from '../../infra/print-batches/plan-items.ts';
import type { PaperPrinting } from '../dispatch/print-dispatch-paper.ts';
import { createPaperTaker, type PaperTaker } from './paper-taker.ts';

/** What a crash costs at most, in papers that are looked for again; those that were stored are found. */
const partSize = 50;
/** Enough to keep the press fed while others are read and stored; few connections, and few papers in memory. */
const atOnce = 8;

/** Prints what waits in a batch, part by part, each paper into the file store. Run again, or by two workers at once, it prints none twice. */
export async function printPapers(dependencies: PaperPrinting, batchId: string, progress: (position: number) => void, size = partSize): Promise<PrintBatchProgress> {
  const { pool } = dependencies;
  const batch = await findPrintBatch(pool, batchId);
  if (!batch) throw new Error('no such batch');
  if (batch.status === 'RUNNING') {
    await inTransaction(pool, (connection) => planItems(connection, batch));
    const taker = createPaperTaker(dependencies);
    try {
      await printParts(dependencies, taker, batchId, size, false, progress);
      // Papers that a run taken for dead still holds.
      await printParts(dependencies, taker, batchId, size, true, progress);
    } finally {
      await taker.close();
    }
  }
  return readPrintProgress(pool, batchId);
}

async function printParts({ pool }: PaperPrinting, taker: PaperTaker, batchId: string, size: number, wait: boolean, progress: (position: number) => void): Promise<void> {
  for (;;) {
    const outcomes = await inTransaction(pool, async (connection) => {
      const items = await takeItems(connection, batchId, size, wait);
      const limit = createLimit(atOnce);
      const settled = await Promise.all(items.map((item) => limit(async (): Promise<readonly [WaitingItem, ItemOutcome]> => {
        const outcome = await taker.print(item);
        progress(item.position);
        return [item, outcome];
      })));
      await settleItems(connection, batchId, settled);
      return settled.map(([, outcome]) => outcome);
    });
    if (outcomes.length === 0) return;
    // The good ones are settled; a press or a browser that broke down is started anew by the next attempt.
    if (outcomes.some(({ status }) => status === 'FAILED')) throw new Error('a paper could not be printed');
  }
}
