import type { ErrorCode } from '../../domain/errors/error-code.ts';
import type { PrintedPaper } from '../../domain/print-batches/print-batch.ts';
import type { Connection, Queryable } from '../database/pool.ts';

/** A paper that waits to be printed. */
export interface WaitingItem {
  readonly position: number;
  readonly graduateId: string;
  readonly paper: PrintedPaper;
  readonly subjectId: string;
  readonly attempts: number;
}

/** What became of it. FAILED: the press or the browser broke down over it; it is tried again, but not for ever. NOT_BEGUN: over another one. */
export type ItemOutcome =
  | { readonly status: 'PRINTED'; readonly fileKey: string }
  | { readonly status: 'SKIPPED'; readonly code: ErrorCode; readonly characters?: readonly string[] }
  | { readonly status: 'FAILED' | 'NOT_BEGUN' };

const take = (
  wait: boolean,
): string => `SELECT i."position", i."graduateId", i."paper", i."subjectId", i."attempts" FROM "print_batch_item" i
  JOIN "print_batch" b ON b."id" = i."batchId" AND b."status" = 'RUNNING'
  WHERE i."batchId" = $1 AND i."status" = 'WAITING' ORDER BY i."position" LIMIT $2 FOR UPDATE OF i ${wait ? '' : 'SKIP LOCKED'}`;

/**
 * Takes the next papers until the transaction ends; none when all are done, or the batch was cancelled. `wait` also takes those that
 * another run is at: they are done by the time they can be had, or that run is dead.
 */
export async function takeItems(connection: Connection, batchId: string, count: number, wait: boolean): Promise<WaitingItem[]> {
  return (await connection.query<WaitingItem>(take(wait), [batchId, count])).rows;
}

/** After so many breakdowns over one paper the rest goes on without it. */
const attemptsAtMost = 3;

const settle = `UPDATE "print_batch_item" i SET "status" = o."status", "code" = o."code", "characters" = o."characters", "fileKey" = o."fileKey", "attempts" = o."attempts"
  FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[]) AS o("position", "status", "code", "characters", "fileKey", "attempts")
  WHERE i."batchId" = $1 AND i."position" = o."position"`;

export async function settleItems(
  connection: Connection,
  batchId: string,
  settled: readonly (readonly [WaitingItem, ItemOutcome])[],
): Promise<void> {
  const rows = settled.map(([{ position, attempts }, outcome]) => {
    if (outcome.status === 'NOT_BEGUN') return { position, attempts, status: 'WAITING', code: null, characters: null, fileKey: null };
    if (outcome.status !== 'FAILED') return { position, attempts, code: null, characters: null, fileKey: null, ...outcome };
    const tried = attempts + 1;
    return tried < attemptsAtMost
      ? { position, attempts: tried, status: 'WAITING', code: null, characters: null, fileKey: null }
      : { position, attempts: tried, status: 'SKIPPED', code: 'PRINTING_FAILED', characters: null, fileKey: null };
  });
  await connection.query(settle, [
    batchId,
    rows.map(({ position }) => position),
    rows.map(({ status }) => status),
    rows.map(({ code }) => code),
    rows.map(({ characters }) => characters?.join('') ?? null),
    rows.map(({ fileKey }) => fileKey),
    rows.map(({ attempts }) => attempts),
  ]);
}

/** A paper of a batch whose papers are all done. */
export interface DoneItem {
  readonly position: number;
  readonly graduateId: string;
  readonly paper: PrintedPaper;
  readonly code: ErrorCode | null;
  readonly fileKey: string | null;
  readonly college: string | null;
  readonly className: string | null;
  readonly studentNo: string;
  readonly year: number | null;
  readonly serial: number | null;
}

const pageSize = 500;
const done = `SELECT i."position", i."graduateId", i."paper", i."code", i."fileKey", c."name" AS "college", g."className", g."studentNo", d."year", d."serial"
  FROM "print_batch_item" i JOIN "graduate" g ON g."id" = i."graduateId" LEFT JOIN "college" c ON c."id" = g."collegeId" LEFT JOIN "dispatch" d ON d."id" = i."subjectId"
  WHERE i."batchId" = $1 AND i."position" > $2 ORDER BY i."position" LIMIT ${pageSize}`;

/** The papers of a batch in their order, a page in memory at a time. */
export async function* readItems(database: Queryable, batchId: string): AsyncGenerator<DoneItem> {
  for (let after = 0; ;) {
    const { rows } = await database.query<DoneItem>(done, [batchId, after]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.position;
  }
}

/** A printed paper whose file is gone waits again. */
export async function forgetPrint(database: Queryable, batchId: string, position: number): Promise<void> {
  await database.query(
    `UPDATE "print_batch_item" SET "status" = 'WAITING', "fileKey" = NULL WHERE "batchId" = $1 AND "position" = $2 AND "status" = 'PRINTED'`,
    [batchId, position],
  );
}
