import { z } from 'zod';
import { PrintBatchStatus } from '../../domain/print-batches/print-batch.ts';
import { readPrintProgress, type StoredPrintBatch } from '../../infra/print-batches/batch-store.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { InstantText, instantText } from '../http/moments.ts';

const count = z.int().min(0);

export const PrintBatchItem = z
  .object({
    id: z.uuid(),
    query: z.record(z.string(), z.unknown()).meta({ description: 'What was asked for, as it was posted, with what it left out' }),
    status: PrintBatchStatus.meta({ description: 'GONE: its retention is over' }),
    requestedAt: InstantText,
    finishedAt: InstantText.nullable(),
    expiresAt: InstantText.nullable(),
    sizeBytes: count.nullable().meta({ description: 'Of the file; 0 when nothing could be printed, and then there is none' }),
  })
  .meta({ id: 'PrintBatchItem' });

export const PrintBatchView = PrintBatchItem.extend({
  papers: count.meta({ description: '0 until the batch has been planned' }),
  done: count.meta({ description: 'Printed or skipped' }),
  printed: count,
  skipped: count,
}).meta({ id: 'PrintBatch' });

const moment = (at: number | null): string | null => (at === null ? null : instantText(at));

export const printBatchItem = ({
  id,
  query,
  status,
  requestedAt,
  finishedAt,
  expiresAt,
  sizeBytes,
}: StoredPrintBatch): z.input<typeof PrintBatchItem> => ({
  id,
  query,
  status,
  requestedAt: instantText(requestedAt),
  finishedAt: moment(finishedAt),
  expiresAt: moment(expiresAt),
  sizeBytes,
});

/** A batch with how far it is. */
export async function printBatchView(database: Queryable, batch: StoredPrintBatch): Promise<z.input<typeof PrintBatchView>> {
  return { ...printBatchItem(batch), ...(await readPrintProgress(database, batch.id)) };
}
