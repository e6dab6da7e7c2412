import type { Connection } from '../database/pool.ts';
import type { StoredPrintBatch } from './batch-store.ts';

/** Graduates of a batch's query: a condition on `graduate g`, its values from $2 to $6. */
const inQuery = `g."schoolId" = $2 AND g."cohort" = $3 AND ($4::uuid IS NULL OR g."collegeId" = $4) AND ($5::text IS NULL OR g."className" = $5)
  AND ($6::text IS NULL OR g."stage" = $6) AND g."removedAt" IS NULL`;

/** Classes as people count them: 2班 before 10班, 二班 before 三班. */
const classOrder = `regexp_replace(regexp_replace(translate(g."className", '一二三四五六七八九', '123456789'), '(\\d+)', '000000\\1', 'g'), '0*(\\d{6})', '\\1', 'g')`;

const planStatements = `INSERT INTO "print_batch_item" ("batchId", "position", "graduateId", "paper", "subjectId", "status", "code")
  SELECT $1, row_number() OVER (ORDER BY c."name", ${classOrder}, g."className", g."studentNo", g."id"), g."id", 'statement', n."id",
    CASE WHEN n."id" IS NULL THEN 'SKIPPED' ELSE 'WAITING' END, CASE WHEN n."id" IS NULL THEN 'TRANSFER_NUMBER_MISSING' END
  FROM "graduate" g LEFT JOIN "college" c ON c."id" = g."collegeId"
  LEFT JOIN "transfer_number" n ON n."graduateId" = g."id" AND n."kind" = $7 AND n."status" = 'ACTIVE' AND n."deadline" > app_now()
  WHERE ${inQuery}`;

const planPapers = `INSERT INTO "print_batch_item" ("batchId", "position", "graduateId", "paper", "subjectId")
  SELECT $1, row_number() OVER (ORDER BY d."year", d."serial", p."place"), g."id", p."paper", d."id"
  FROM "dispatch" d JOIN "graduate" g ON g."id" = d."graduateId" CROSS JOIN unnest($7::text[]) WITH ORDINALITY AS p("paper", "place")
  WHERE ${inQuery} AND d."serial" IS NOT NULL AND d."status" = ANY ($8::text[])`;

/** Prepared or on their way: the files whose papers somebody needs, unless the query says otherwise. */
const usualStatuses = ['PREPARED', 'SENT', 'REPORTED'];

/** Writes down once which papers a batch has, in their order: what comes into the query later is not in it. */
export async function planItems(connection: Connection, { id, schoolId, collegeId, query }: StoredPrintBatch): Promise<void> {
  const { rowCount } = await connection.query(
    `UPDATE "print_batch" SET "plannedAt" = app_now() WHERE "id" = $1 AND "plannedAt" IS NULL AND "status" = 'RUNNING'`,
    [id],
  );
  if (rowCount !== 1) return;
  const scope = [id, schoolId, query.cohort, collegeId, query.className, query.stage];
  if (query.of === 'STATEMENTS') await connection.query(planStatements, [...scope, query.kind]);
  else await connection.query(planPapers, [...scope, query.papers, query.status === null ? usualStatuses : [query.status]]);
}
