import { renderingOf, type PrintBatchProgress } from '../../domain/print-batches/print-batch.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { findPrintBatch, readPrintProgress } from '../../infra/print-batches/batch-store.ts';
import { settleItems, takeItems } from '../../infra/print-batches/item-store.ts';
import { planItems } from '../../infra/print-batches/plan-items.ts';
import type { PaperPrinting } from '../dispatch/print-dispatch-paper.ts';
import { createPaperTaker, type PaperTaker } from './paper-taker.ts';

/** What a crash costs at most of each part under way, in papers that are looked for again; those that were stored are found. */
const partSize = 50;
/** Parts under way at once: while the last papers of one are stored, the press has those of the other. */
const partsAtOnce = 2;

/** Prints what waits in a batch, part by part, each paper into the file store. Run again, or by two workers at once, it prints none twice. */
export async function printPapers(
  dependencies: PaperPrinting,
  batchId: string,
  progress: (position: number) => void,
  size = partSize,
): Promise<PrintBatchProgress> {
  const { pool } = dependencies;
  const batch = await findPrintBatch(pool, batchId);
  if (!batch) throw new Error('no such batch');
  if (batch.status === 'RUNNING') {
    await inTransaction(pool, (connection) => planItems(connection, batch));
    const taker = createPaperTaker(dependencies, renderingOf(batch.query));
    const run: Run = { pool, taker, batchId, size, progress, failure: undefined };
    try {
      await Promise.all(Array.from({ length: partsAtOnce }, () => printParts(run, false)));
      // Papers that a run taken for dead still holds.
      if (!run.failure) await printParts(run, true);
    } finally {
      await taker.close();
    }
    if (run.failure) throw run.failure.reason;
  }
  return readPrintProgress(pool, batchId);
}

interface Run {
  readonly pool: PaperPrinting['pool'];
  readonly taker: PaperTaker;
  readonly batchId: string;
  readonly size: number;
  readonly progress: (position: number) => void;
  /** The first thing that went wrong; nobody takes another part after it. */
  failure: { readonly reason: unknown } | undefined;
}

/** Never throws: the other parts under way are waited for before the press is closed. */
async function printParts(run: Run, wait: boolean): Promise<void> {
  try {
    while (!run.failure && (await printPart(run, wait)) > 0);
  } catch (reason) {
    run.failure ??= { reason };
  }
}

async function printPart(run: Run, wait: boolean): Promise<number> {
  const { pool, taker, batchId, size, progress } = run;
  return inTransaction(pool, async (connection) => {
    const items = await takeItems(connection, batchId, size, wait);
    // What another part has just given back is for the next attempt, with a press of its own.
    if (items.length === 0 || run.failure) return 0;
    const outcomes = await taker.print(items, ({ position }) => progress(position));
    // The good ones are settled; a press or a browser that broke down is started anew by the next attempt.
    if (outcomes.some(([, { status }]) => status === 'FAILED' || status === 'NOT_BEGUN'))
      run.failure ??= { reason: new Error('a paper could not be printed') };
    await settleItems(connection, batchId, outcomes);
    return outcomes.length;
  });
}
