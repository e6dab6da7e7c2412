import type { StoredPrintBatch } from '../../../infra/print-batches/batch-store.ts';
import type { Scene } from '../record/stages.ts';
import type { TestRecord } from '../record/test-record.ts';

interface PrintedItem {
  readonly position: number;
  readonly graduateId: string;
  readonly status: string;
  readonly code: string | null;
  readonly characters: string | null;
  readonly attempts: number;
}

const selectItems =
  'SELECT "position", "graduateId", "status", "code", "characters", "attempts" FROM "print_batch_item" WHERE "batchId" = $1 ORDER BY "position"';

export const itemsOf = async ({ pool }: TestRecord, { id }: StoredPrintBatch): Promise<PrintedItem[]> =>
  (await pool.query<PrintedItem>(selectItems, [id])).rows;

const selectStudent = `SELECT g."name", g."studentNo", n."id", n."numberSealed" AS "sealed"
  FROM "graduate" g JOIN "transfer_number" n ON n."graduateId" = g."id" AND n."status" = 'ACTIVE' WHERE g."id" = $1`;

/** What stands on the statement of a graduate. */
export async function studentOf(
  { pool, seals }: TestRecord,
  { graduate }: Scene,
): Promise<{ name: string; studentNo: string; number: string }> {
  const { rows } = await pool.query<{ name: string; studentNo: string; id: string; sealed: string }>(selectStudent, [graduate.graduateId]);
  const [{ id, name, studentNo, sealed }] = rows as [(typeof rows)[number]];
  return { name, studentNo, number: seals.open('TRANSFER', id, sealed) };
}

/** 一班 before 二班, then by student number: the reverse of how they were made. */
export const inClassOrder = (scenes: readonly Scene[]): Scene[] => [
  ...scenes.filter((_, index) => index % 2 === 1).reverse(),
  ...scenes.filter((_, index) => index % 2 === 0).reverse(),
];
