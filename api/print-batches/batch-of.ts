import { z } from 'zod';
import type { Entitlement } from '../../domain/access/jurisdiction.ts';
import { can } from '../../domain/access/rights.ts';
import type { Role } from '../../domain/access/role.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { findPrintBatch, type StoredPrintBatch } from '../../infra/print-batches/batch-store.ts';
import { isAtDesk } from '../http/jurisdiction.ts';

export const printBatchParams = z.strictObject({ printBatchId: z.uuid() });

/** Papers of files are for those who may print a single one. */
export const mayPrintPapers = (role: Role): boolean => can(role, { resource: 'dispatch', action: 'print' }) !== undefined;

/** The schools in which somebody is one of them. */
export const paperSchools = (entitlements: readonly Entitlement[]): string[] =>
  entitlements.flatMap(({ holding: { role, schoolId } }) => (schoolId !== null && mayPrintPapers(role) ? [schoolId] : []));

/** The batch, inside the jurisdiction. Throws NOT_FOUND. */
export async function getPrintBatch(database: Queryable, entitlements: readonly Entitlement[], batchId: string): Promise<StoredPrintBatch> {
  const batch = await findPrintBatch(database, batchId);
  if (!batch || !isAtDesk(entitlements, batch) || (batch.query.of === 'DISPATCHES' && !paperSchools(entitlements).includes(batch.schoolId)))
    throw new RefusalError('NOT_FOUND');
  return batch;
}
