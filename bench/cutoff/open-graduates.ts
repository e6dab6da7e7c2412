import type { Pool } from '../../infra/database/pool.ts';

/** A cohort whose cutoff is long over, so that both ways have it due at once. */
export const cohort = 2025;

/** A row of the report. */
export interface Line {
  readonly what: string;
  readonly count: number;
  readonly seconds: number;
}

const insertGraduates = `INSERT INTO "graduate" ("id", "schoolId", "cohort", "candidateNo", "name", "idType", "idNumberSealed", "idNumberIndex", "gender", "ethnicity", "politicalStatus",
    "educationLevel", "trainingMode", "major", "schoolingYears", "studentNo", "originRegion", "enrolledAt", "graduatedAt", "dossierInSchool", "hukouInSchool", "email",
    "basicCheck", "basicCheckedAt", "stage", "version", "remindersDone")
  SELECT uuidv7(), $1::uuid, $2::int, lpad(n::text, 14, '0'), '示例同学', 'RESIDENT_ID', 'x', md5($1::uuid::text || n), '1', '01', '13', '231', '1', '哲学', '4', lpad(n::text, 8, '0'),
    '110108', '202309', '202812', true, true, NULL, 'CHECKED', now(), 'IN_REVIEW', 2, '{"WINDOW_ENDS": 1, "NOT_REGISTERED": 1}' FROM generate_series(1, $3::int) n`;

const insertSubmissions = `INSERT INTO "section_version" ("id", "graduateId", "section", "source", "status", "content", "contentDigest", "evidenceIds", "destinationCode", "submittedAt", "statusSince", "overdueToldAt", "returnFields")
  SELECT uuidv7(), "id", 'DESTINATION', 'GRADUATE', 'SCHOOL_REVIEW', '{"code": "70"}', md5("id"::text), '{}', '70', now(), now(), now(), '{}' FROM "graduate" WHERE "schoolId" = $1`;

/** Graduates of a school with a destination at the school's desk: each one loses something at the cutoff. Ids in order, as the application makes them. */
export async function insertOpenGraduates(admin: Pool, schoolId: string, count: number): Promise<void> {
  await admin.query(insertGraduates, [schoolId, cohort, count]);
  await admin.query(insertSubmissions, [schoolId]);
}

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

export async function countOf(pool: Pool, from: string): Promise<number> {
  const {
    rows: [row],
  } = await pool.query<{ count: number }>(`SELECT count(*) AS "count" FROM ${from}`);
  return row?.count ?? 0;
}

/** Asks four times a second. */
export async function waitUntilNone(pool: Pool, from: string): Promise<void> {
  while ((await countOf(pool, from)) > 0) await new Promise((resolve) => setTimeout(resolve, 250));
}
