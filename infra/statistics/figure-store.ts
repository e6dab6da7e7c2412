import { computeFigure, figureDigest, inputsDigest, type Figure, type FigureInput } from '../../domain/statistics/figure.ts';
import type { FormulaVersion } from '../../domain/statistics/formula.ts';
import { pendingCode } from '../../domain/calendar/departure.ts';
import type { Connection, Queryable } from '../database/pool.ts';
import { emptyDigest } from '../record/audit-rows.ts';
import { insertRows, runStatements } from '../roster/insert-rows.ts';

export interface StoredFigure {
  readonly id: string;
  readonly schoolId: string;
  readonly cohort: number;
  readonly formula: FormulaVersion;
  readonly number: number;
  readonly publishedAt: number;
  readonly inputsDigest: string;
  readonly figureDigest: string;
  readonly figure: Figure;
}

const inputsNow = `SELECT g."id" AS "graduateId", v."id" AS "versionId", coalesce(v."destinationCode", '${pendingCode}') AS "destinationCode", g."educationLevel" AS "level", g."collegeId", g."major",
    v."content" ->> 'industry' AS "industry", v."content" ->> 'nature' AS "nature", v."content" ->> 'entityRegion' AS "region"
  FROM "graduate" g LEFT JOIN "section_version" v ON v."graduateId" = g."id" AND v."section" = 'DESTINATION' AND v."status" = 'APPROVED'
  WHERE g."schoolId" = $1 AND g."cohort" = $2 ORDER BY g."id"`;

const inputsThen = `SELECT "graduateId", "versionId", "destinationCode", "level", "collegeId", "major", "industry", "nature", "region"
  FROM "statistic_input" WHERE "figureId" = $1 ORDER BY "graduateId"`;

const nextNumber = 'SELECT coalesce(max("number"), 0)::int + 1 AS "number" FROM "statistic_figure" WHERE "schoolId" = $1 AND "cohort" = $2';
const insertFigure = `INSERT INTO "statistic_figure" ("id", "schoolId", "cohort", "formula", "number", "publishedAt", "publishedBy", "inputsDigest", "figureDigest", "figure")
  VALUES ($1, $2, $3, $4, $5, app_now(), $6, $7, $8, $9)`;
const audit = `INSERT INTO "audit_event" ("at", "actor", "actorRole", "action", "schoolId", "fields", "digest") VALUES (app_now(), $1, $2, 'FIGURE_PUBLISHED', $3, $4, '${emptyDigest}')`;

export interface Publication {
  readonly id: string;
  readonly schoolId: string;
  readonly cohort: number;
  readonly formula: FormulaVersion;
  readonly actor: { readonly id: string; readonly role: string };
}

/** Counts a cohort as it stands and freezes figure and inputs, in the running transaction. */
export async function publishFigure(connection: Connection, { id, schoolId, cohort, formula, actor }: Publication): Promise<void> {
  await connection.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`figure:${schoolId}:${cohort}`]);
  const { rows: inputs } = await connection.query<FigureInput>(inputsNow, [schoolId, cohort]);
  const {
    rows: [last],
  } = await connection.query<{ number: number }>(nextNumber, [schoolId, cohort]);
  const figure = computeFigure(formula, inputs);
  const number = last?.number ?? 1;
  await connection.query(insertFigure, [
    id,
    schoolId,
    cohort,
    formula,
    number,
    actor.id,
    inputsDigest(inputs),
    figureDigest(figure),
    JSON.stringify(figure),
  ]);
  await runStatements(
    connection,
    insertRows(
      'statistic_input',
      inputs.map((input) => ({ figureId: id, ...input })),
    ),
  );
  await connection.query(audit, [actor.id, actor.role, schoolId, [id, String(cohort), formula, String(number)]]);
}

const columns = '"id", "schoolId", "cohort", "formula", "number", "publishedAt", "inputsDigest", "figureDigest", "figure"';

export async function findFigure(database: Queryable, figureId: string): Promise<StoredFigure | undefined> {
  return (await database.query<StoredFigure>(`SELECT ${columns} FROM "statistic_figure" WHERE "id" = $1`, [figureId])).rows[0];
}

/** The inputs of a published figure, as they were. */
export async function readFigureInputs(database: Queryable, figureId: string): Promise<FigureInput[]> {
  return (await database.query<FigureInput>(inputsThen, [figureId])).rows;
}

/** Makes a published figure again from what it rests on; both digests are those that were published, or something was changed. */
export async function recomputeFigure(
  database: Queryable,
  { id, formula }: StoredFigure,
): Promise<{ readonly figure: Figure; readonly inputsDigest: string; readonly figureDigest: string }> {
  const inputs = await readFigureInputs(database, id);
  const figure = computeFigure(formula, inputs);
  return { figure, inputsDigest: inputsDigest(inputs), figureDigest: figureDigest(figure) };
}
