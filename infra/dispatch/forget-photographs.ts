import type { Pool } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import { emptyDigest } from '../record/audit-rows.ts';
import type { RulePacks } from '../record/rule-packs.ts';
import { forgetByGroup, type RetentionGroup } from '../retention/forget-by-group.ts';
import type { FileStore } from '../storage/file-store.ts';

interface PhotographKeeper {
  readonly pool: Pool;
  readonly files: FileStore;
  readonly rulePacks: RulePacks;
}

const pageSize = 200;

const groups = `SELECT DISTINCT s."provinceCode", g."cohort", g."graduatedAt"
  FROM "dispatch" d JOIN "graduate" g ON g."id" = d."graduateId" JOIN "school" s ON s."id" = d."schoolId" WHERE d."photographKey" IS NOT NULL`;

interface Kept {
  readonly id: string;
  readonly graduateId: string;
  readonly schoolId: string;
  readonly photographKey: string;
}
const over = `SELECT d."id", d."graduateId", d."schoolId", d."photographKey"
  FROM "dispatch" d JOIN "graduate" g ON g."id" = d."graduateId" JOIN "school" s ON s."id" = d."schoolId"
  WHERE d."photographKey" IS NOT NULL AND s."provinceCode" = $1 AND g."cohort" = $2 AND g."graduatedAt" = $3 AND d."reportedAt" <= app_now() - make_interval(days => $4)
  ORDER BY d."id" LIMIT ${pageSize} FOR UPDATE OF d`;

const mark = 'UPDATE "dispatch" SET "photographKey" = NULL, "photographType" = NULL WHERE "id" = ANY ($1::uuid[])';
const audit = `INSERT INTO "audit_event" ("at", "actor", "actorRole", "action", "graduateId", "schoolId", "fields", "digest")
  SELECT app_now(), 'system:retention', 'SYSTEM', 'DISPATCH_PHOTOGRAPH_GONE', g, s, ARRAY[d], '${emptyDigest}' FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS o(g, s, d)`;

/**
 * Deletes photographs of receipts (R63) when the evidence of their graduate would be, but so many days after the report at the earliest, as the rule
 * pack says. The report itself stays. File before row, as with evidence; one audit row each, with the id of the dispatch. Returns how many.
 */
export const forgetPhotographs = (keeper: PhotographKeeper, progress: () => void): Promise<number> =>
  forgetByGroup(
    keeper,
    { groups, forgetPage: async (group, pack, isOver) => (isOver ? forgetPage(keeper, group, pack.evidenceKept.receiptDays) : 0) },
    progress,
  );

function forgetPage(
  { pool, files }: PhotographKeeper,
  { provinceCode, cohort, graduatedAt }: RetentionGroup,
  receiptDays: number,
): Promise<number> {
  return inTransaction(pool, async (connection) => {
    const { rows } = await connection.query<Kept>(over, [provinceCode, cohort, graduatedAt, receiptDays]);
    for (const { photographKey } of rows) await files.delete(photographKey);
    await connection.query(mark, [rows.map(({ id }) => id)]);
    await connection.query(audit, [
      rows.map(({ graduateId }) => graduateId),
      rows.map(({ schoolId }) => schoolId),
      rows.map(({ id }) => id),
    ]);
    return rows.length;
  });
}
