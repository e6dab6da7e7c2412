import { z } from 'zod';
import type { Entitlement } from '../../domain/access/jurisdiction.ts';
import { can } from '../../domain/access/rights.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { findPrintBatch, type StoredPrintBatch } from '../../infra/print-batches/batch-store.ts';
import { isAtDesk } from '../http/jurisdiction.ts';

export const printBatchParams = z.strictObject({ printBatchId: z.uuid() });

/** Papers of files are for those who may print a single one. */
export const mayPrintPapers = (entitlements: readonly Entitlement[]): boolean =>
  entitlements.some(({ holding }) => can(holding.role, { resource: 'dispatch', action: 'print' }) !== undefined);

/** The batch, inside the jurisdiction. Throws NOT_FOUND. */
export async function getPrintBatch(database: Queryable, entitlements: readonly Entitlement[], batchId: string): Promise<StoredPrintBatch> {
  const batch = await findPrintBatch(database, batchId);
  if (!batch || !isAtDesk(entitlements, batch) || (batch.query.of === 'DISPATCHES' && !mayPrintPapers(entitlements))) throw new RefusalError('NOT_FOUND');
  return batch;
}
