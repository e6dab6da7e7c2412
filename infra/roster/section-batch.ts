import type { Queryable } from '../database/pool.ts';

export interface WaitingSections {
  readonly graduateId: string;
  readonly versionIds: readonly string[];
}

const waiting = `FROM "roster_import_section" s JOIN "section_version" v ON v."id" = s."versionId" AND v."status" = 'SCHOOL_REVIEW' WHERE s."importId" = $1`;

const selectWaiting = `SELECT s."graduateId", array_agg(v."id" ORDER BY v."id") AS "versionIds" ${waiting} AND s."graduateId" > $2 GROUP BY 1 ORDER BY 1 LIMIT 200`;
const countWaiting = `SELECT count(*) AS "count", count(DISTINCT s."graduateId") AS "graduates" ${waiting}`;

/** Graduates whose sections came with an import and wait for the second person, after the one given. */
export async function findWaitingSections(database: Queryable, importId: string, after: string): Promise<readonly WaitingSections[]> {
  return (await database.query<WaitingSections>({ name: 'waiting-sections', text: selectWaiting, values: [importId, after] })).rows;
}

/** How much of an import waits for the second person. */
export async function countWaitingSections(
  database: Queryable,
  importId: string,
): Promise<{ readonly count: number; readonly graduates: number }> {
  const {
    rows: [row],
  } = await database.query<{ count: number; graduates: number }>(countWaiting, [importId]);
  return row ?? { count: 0, graduates: 0 };
}

const decide = `UPDATE "roster_import" SET "sectionsDecision" = $2, "sectionsReason" = $3, "sectionsDecidedBy" = $4, "sectionsDecidedByRole" = $5,
  "sectionsDecidedAt" = $6, "sectionsDoneAt" = NULL, "asked" = 'DECIDE_SECTIONS', "askedAt" = app_now() WHERE "id" = $1 AND "status" = 'IMPORTED' AND ("sectionsDecision" IS NULL OR "sectionsDoneAt" IS NOT NULL OR "sectionsDecidedBy" = $4)`;

export interface SectionsDecision {
  readonly decision: 'APPROVE' | 'REJECT';
  readonly reason: string | null;
  readonly by: string;
  readonly role: string;
  /** When the word was received (X13), in milliseconds. */
  readonly at: number;
}

/** Keeps the second person's word until every graduate has it; false while somebody else's is being carried out, or before the commit. */
export async function storeSectionsDecision(
  database: Queryable,
  importId: string,
  { decision, reason, by, role, at }: SectionsDecision,
): Promise<boolean> {
  return (await database.query(decide, [importId, decision, reason, by, role, new Date(at)])).rowCount === 1;
}

/** The word has been carried out. */
export async function endSectionsDecision(database: Queryable, importId: string): Promise<void> {
  await database.query('UPDATE "roster_import" SET "sectionsDoneAt" = app_now() WHERE "id" = $1 AND "sectionsDoneAt" IS NULL', [importId]);
}
