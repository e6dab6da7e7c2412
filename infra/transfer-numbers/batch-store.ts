import type { BatchStatus, TransferNumberBatchProgress, TransferNumberQuery } from '../../domain/transfer-numbers/batch.ts';
import type { Connection, Queryable } from '../database/pool.ts';
import { timestamp } from '../record/statement.ts';
import { storeOnce } from '../record/store-once.ts';

/** A batch as its row stands. */
export interface StoredBatch extends TransferNumberQuery {
  readonly id: string;
  readonly schoolId: string;
  readonly status: BatchStatus;
  readonly requestedBy: string;
  readonly requestedByRole: string;
  /** Decides about deadlines, as the receipt of a command does (X13). */
  readonly requestedAt: number;
  readonly finishedAt: number | null;
}

export type NewBatch = Omit<StoredBatch, 'status' | 'finishedAt'> & { readonly idempotencyKey: string };

export const batchColumns =
  '"id", "schoolId", "kind", "cohort", "collegeId", "className", "stage", "status", "requestedBy", "requestedByRole", "requestedAt", "finishedAt"';

/** The same key of the same person is the batch that is there. */
export const storeBatch = (
  database: Queryable,
  { id, schoolId, kind, cohort, collegeId, className, stage, requestedBy, requestedByRole, requestedAt, idempotencyKey }: NewBatch,
): Promise<StoredBatch> =>
  storeOnce(database, 'transfer_number_batch', batchColumns, {
    id,
    schoolId,
    kind,
    cohort,
    collegeId,
    className,
    stage,
    requestedBy,
    requestedByRole,
    requestedAt: timestamp(requestedAt),
    idempotencyKey,
  });

export async function findBatch(database: Queryable, batchId: string): Promise<StoredBatch | undefined> {
  return (await database.query<StoredBatch>(`SELECT ${batchColumns} FROM "transfer_number_batch" WHERE "id" = $1`, [batchId])).rows[0];
}

/** Graduates of a batch's query: a condition on `graduate g`, its values from $1 to $5. */
export const inQuery = `g."schoolId" = $1 AND g."cohort" = $2 AND ($3::uuid IS NULL OR g."collegeId" = $3)
  AND ($4::text IS NULL OR g."className" = $4) AND ($5::text IS NULL OR g."stage" = $5)`;
export const queryValues = ({ schoolId, cohort, collegeId, className, stage }: StoredBatch): unknown[] => [
  schoolId,
  cohort,
  collegeId,
  className,
  stage,
];

const plan = `INSERT INTO "transfer_number_batch_part" ("batchId", "position", "fromId", "toId", "graduates")
  SELECT $6, "position", (array_agg("id" ORDER BY "id"))[1], (array_agg("id" ORDER BY "id" DESC))[1], count(*) FROM (
    SELECT g."id", (row_number() OVER (ORDER BY g."id") - 1) / $7 AS "position" FROM "graduate" g WHERE ${inQuery}) numbered
  GROUP BY "position"`;

/** Cuts a batch into parts, once. Parts are what a run takes, commits and goes on from. */
export async function planBatch(connection: Connection, batch: StoredBatch, partSize: number): Promise<void> {
  const { rowCount } = await connection.query(
    `UPDATE "transfer_number_batch" SET "plannedAt" = app_now() WHERE "id" = $1 AND "plannedAt" IS NULL AND "status" = 'RUNNING'`,
    [batch.id],
  );
  if (rowCount === 1) await connection.query(plan, [...queryValues(batch), batch.id, partSize]);
}

export interface Part {
  readonly position: number;
  readonly fromId: string;
  readonly toId: string;
}

const take = (wait: boolean): string => `SELECT p."position", p."fromId", p."toId" FROM "transfer_number_batch_part" p
  JOIN "transfer_number_batch" b ON b."id" = p."batchId" AND b."status" = 'RUNNING'
  WHERE p."batchId" = $1 AND p."doneAt" IS NULL ORDER BY p."position" LIMIT 1 FOR UPDATE OF p ${wait ? '' : 'SKIP LOCKED'}`;

/**
 * Takes a part until the transaction ends. Undefined when there is none, or the batch was cancelled. `wait` also takes one that
 * another run is at: it has been done by the time it can be had, or that run is dead.
 */
export async function takePart(connection: Connection, batchId: string, wait: boolean): Promise<Part | undefined> {
  return (await connection.query<Part>(take(wait), [batchId])).rows[0];
}

export async function settlePart(
  connection: Connection,
  batchId: string,
  { position }: Part,
  issued: number,
  skipped: number,
): Promise<void> {
  await connection.query(
    'UPDATE "transfer_number_batch_part" SET "doneAt" = app_now(), "issued" = $3, "skipped" = $4 WHERE "batchId" = $1 AND "position" = $2',
    [batchId, position, issued, skipped],
  );
}

const finish = `UPDATE "transfer_number_batch" b SET "status" = 'DONE', "finishedAt" = app_now() WHERE b."id" = $1 AND b."status" = 'RUNNING' AND b."plannedAt" IS NOT NULL
  AND NOT EXISTS (SELECT FROM "transfer_number_batch_part" p WHERE p."batchId" = b."id" AND p."doneAt" IS NULL)`;

/** Ends a batch whose parts are all done. */
export async function finishBatch(database: Queryable, batchId: string): Promise<void> {
  await database.query(finish, [batchId]);
}

/** Cancels a batch that is not over; what it has issued stays. */
export async function cancelBatch(database: Queryable, batchId: string): Promise<void> {
  await database.query(
    `UPDATE "transfer_number_batch" SET "status" = 'CANCELLED', "finishedAt" = app_now() WHERE "id" = $1 AND "status" = 'RUNNING'`,
    [batchId],
  );
}

const progress = `SELECT b."status", coalesce(sum(p."graduates"), 0)::int AS "graduates", coalesce(sum(p."issued" + p."skipped"), 0)::int AS "done",
    coalesce(sum(p."issued"), 0)::int AS "issued", coalesce(sum(p."skipped"), 0)::int AS "skipped"
  FROM "transfer_number_batch" b LEFT JOIN "transfer_number_batch_part" p ON p."batchId" = b."id" WHERE b."id" = $1 GROUP BY b."id"`;

export async function readProgress(database: Queryable, batchId: string): Promise<TransferNumberBatchProgress> {
  const {
    rows: [row],
  } = await database.query<TransferNumberBatchProgress>(progress, [batchId]);
  if (!row) throw new Error('no such batch');
  return row;
}
