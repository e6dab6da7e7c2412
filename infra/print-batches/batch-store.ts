import { exportRetentionDays } from '../../domain/exports/export.ts';
import { PrintQuery, type PrintBatchProgress, type PrintBatchStatus } from '../../domain/print-batches/print-batch.ts';
import type { Queryable } from '../database/pool.ts';
import { emptyDigest } from '../record/audit-rows.ts';
import { storeOnce } from '../record/store-once.ts';

/** A batch as its row stands. */
export interface StoredPrintBatch {
  readonly id: string;
  readonly schoolId: string;
  readonly collegeId: string | null;
  readonly query: PrintQuery;
  readonly status: PrintBatchStatus;
  readonly requestedBy: string;
  readonly requestedByRole: string;
  readonly requestedAt: number;
  readonly finishedAt: number | null;
  readonly expiresAt: number | null;
  readonly fileKey: string | null;
  readonly sizeBytes: number | null;
}

export const printBatchColumns =
  '"id", "schoolId", "collegeId", "query", "status", "requestedBy", "requestedByRole", "requestedAt", "finishedAt", "expiresAt", "fileKey", "sizeBytes"';

export type NewPrintBatch = Pick<StoredPrintBatch, 'id' | 'schoolId' | 'collegeId' | 'query' | 'requestedBy' | 'requestedByRole'> & {
  readonly idempotencyKey: string;
};

/** A batch from its row: a query that was stored before there was a choice says nothing of it, and means what it always meant. */
export const printBatchOf = (row: StoredPrintBatch): StoredPrintBatch => ({ ...row, query: PrintQuery.parse(row.query) });

/** The same key of the same person is the batch that is there. */
export async function storePrintBatch(
  database: Queryable,
  { id, schoolId, collegeId, query, requestedBy, requestedByRole, idempotencyKey }: NewPrintBatch,
): Promise<StoredPrintBatch> {
  return printBatchOf(
    await storeOnce(database, 'print_batch', printBatchColumns, {
      id,
      schoolId,
      collegeId,
      query,
      requestedBy,
      requestedByRole,
      idempotencyKey,
    }),
  );
}

export async function findPrintBatch(database: Queryable, batchId: string): Promise<StoredPrintBatch | undefined> {
  const {
    rows: [row],
  } = await database.query<StoredPrintBatch>(`SELECT ${printBatchColumns} FROM "print_batch" WHERE "id" = $1`, [batchId]);
  return row && printBatchOf(row);
}

/** Cancels a batch that is not over; what it has printed is found again when it is resumed. */
export async function cancelPrintBatch(database: Queryable, batchId: string): Promise<void> {
  await database.query(
    `UPDATE "print_batch" SET "status" = 'CANCELLED', "finishedAt" = app_now() WHERE "id" = $1 AND "status" = 'RUNNING'`,
    [batchId],
  );
}

/** A cancelled batch goes on with the papers that wait. */
export async function resumePrintBatch(database: Queryable, batchId: string): Promise<void> {
  await database.query(`UPDATE "print_batch" SET "status" = 'RUNNING', "finishedAt" = NULL WHERE "id" = $1 AND "status" = 'CANCELLED'`, [
    batchId,
  ]);
}

const finish = `UPDATE "print_batch" SET "status" = 'READY', "finishedAt" = app_now(), "fileKey" = $2, "sizeBytes" = $3, "expiresAt" = app_now() + make_interval(days => ${exportRetentionDays})
  WHERE "id" = $1 AND "status" = 'RUNNING'`;

/** With its file, or without one when nothing could be printed. False when it was cancelled or another run has finished it meanwhile. */
export async function finishPrintBatch(database: Queryable, batchId: string, fileKey: string | null, sizeBytes: number): Promise<boolean> {
  return (await database.query(finish, [batchId, fileKey, sizeBytes])).rowCount === 1;
}

const progress = `SELECT b."status", count(i."position")::int AS "papers", count(*) FILTER (WHERE i."status" IN ('PRINTED', 'SKIPPED'))::int AS "done",
    count(*) FILTER (WHERE i."status" = 'PRINTED')::int AS "printed", count(*) FILTER (WHERE i."status" = 'SKIPPED')::int AS "skipped"
  FROM "print_batch" b LEFT JOIN "print_batch_item" i ON i."batchId" = b."id" WHERE b."id" = $1 GROUP BY b."id"`;

export async function readPrintProgress(database: Queryable, batchId: string): Promise<PrintBatchProgress> {
  const {
    rows: [row],
  } = await database.query<PrintBatchProgress>(progress, [batchId]);
  if (!row) throw new Error('no such batch');
  return row;
}

const audit = `INSERT INTO "audit_event" ("at", "actor", "actorRole", "action", "schoolId", "fields", "digest") VALUES (app_now(), $1, $2, $3, $4, $5, '${emptyDigest}')`;

/** Who had what printed and who took it: like an export, a copy of personal data that leaves the house. */
export async function auditPrintBatch(
  database: Queryable,
  action: `PRINT_BATCH_${'REQUESTED' | 'CANCELLED' | 'RESUMED' | 'DOWNLOADED'}`,
  actor: { readonly id: string; readonly role: string },
  { id, schoolId, query }: StoredPrintBatch,
): Promise<void> {
  const what = query.of === 'STATEMENTS' ? [query.kind] : query.papers;
  await database.query(audit, [actor.id, actor.role, action, schoolId, [id, query.form, ...what, String(query.cohort)]]);
}
