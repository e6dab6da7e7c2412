import type { Pool } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import { emptyDigest } from '../record/audit-rows.ts';
import type { RulePacks } from '../record/rule-packs.ts';
import { forgetByGroup, type RetentionGroup } from '../retention/forget-by-group.ts';
import type { FileStore } from '../storage/file-store.ts';
import { isUsed } from './is-used.ts';

export interface EvidenceKeeper {
  readonly pool: Pool;
  readonly files: FileStore;
  readonly rulePacks: RulePacks;
}

const pageSize = 200;

const groups = `SELECT DISTINCT s."provinceCode", g."cohort", g."graduatedAt"
  FROM "evidence" e JOIN "graduate" g ON g."id" = e."graduateId" JOIN "school" s ON s."id" = g."schoolId" WHERE e."goneAt" IS NULL`;

const condition = `e."goneAt" IS NULL AND ($1 OR (e."uploadedAt" <= app_now() - make_interval(days => $2) AND NOT ${isUsed}))`;
const lock = `SELECT g."id" FROM "graduate" g WHERE g."id" IN (
    SELECT e."graduateId" FROM "evidence" e JOIN "graduate" g ON g."id" = e."graduateId" JOIN "school" s ON s."id" = g."schoolId"
    WHERE ${condition} AND s."provinceCode" = $3 AND g."cohort" = $4 AND g."graduatedAt" = $5 LIMIT ${pageSize})
  ORDER BY g."id" FOR NO KEY UPDATE`;

interface Kept {
  readonly id: string;
  readonly graduateId: string;
  readonly schoolId: string;
  readonly storageKey: string;
}
const over = `SELECT e."id", e."graduateId", g."schoolId", e."storageKey" FROM "evidence" e JOIN "graduate" g ON g."id" = e."graduateId" WHERE ${condition} AND g."id" = ANY ($3::uuid[])`;

const mark = 'UPDATE "evidence" SET "goneAt" = app_now() WHERE "id" = ANY ($1::uuid[])';
const audit = `INSERT INTO "audit_event" ("at", "actor", "actorRole", "action", "graduateId", "schoolId", "fields", "digest")
  VALUES (app_now(), 'system:retention', 'SYSTEM', 'EVIDENCE_GONE', $1, $2, $3, '${emptyDigest}')`;

/**
 * Deletes evidence whose retention is over, and what was uploaded and never used, as the rule pack says. The file goes before its row says so: after
 * a crash in between the row is come back to. One audit row for each graduate, with the ids. Returns how many.
 */
export const forgetEvidence = (keeper: EvidenceKeeper, progress: () => void): Promise<number> =>
  forgetByGroup(
    keeper,
    { groups, forgetPage: (group, pack, isOver) => forgetPage(keeper, group, [isOver, pack.evidenceKept.unusedDays]) },
    progress,
  );

/** The graduates are locked, as by their commands: what is unused stays so until it is gone. */
function forgetPage(
  { pool, files }: EvidenceKeeper,
  { provinceCode, cohort, graduatedAt }: RetentionGroup,
  which: readonly [isOver: boolean, unusedDays: number],
): Promise<number> {
  return inTransaction(pool, async (connection) => {
    const { rows: locked } = await connection.query<{ id: string }>(lock, [...which, provinceCode, cohort, graduatedAt]);
    if (locked.length === 0) return 0;
    const { rows: kept } = await connection.query<Kept>(over, [...which, locked.map(({ id }) => id)]);
    for (const { storageKey } of kept) await files.delete(storageKey);
    await connection.query(mark, [kept.map(({ id }) => id)]);
    for (const [graduateId, [first, ...rest]] of Map.groupBy(kept, (file) => file.graduateId)) {
      if (first) await connection.query(audit, [graduateId, first.schoolId, [first, ...rest].map(({ id }) => id)]);
    }
    return kept.length;
  });
}
