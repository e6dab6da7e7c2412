import { emptySchoolCalendar, windowsOf, type SchoolCalendar, type Windows } from '../../domain/calendar/windows.ts';
import type { CohortStep } from '../../domain/calendar/cohort-steps.ts';
import type { RulePack } from '../../domain/rule-packs/rule-pack.ts';
import type { Queryable } from '../database/pool.ts';
import type { RulePacks } from '../record/rule-packs.ts';

export interface DoneStep extends CohortStep {
  readonly doneAt: number;
  readonly counts: Readonly<Record<string, number>>;
}

export interface Cohort {
  readonly schoolId: string;
  readonly cohort: number;
  readonly pack: RulePack;
  readonly calendar: SchoolCalendar;
  readonly windows: Windows;
  readonly done: readonly DoneStep[];
}

const findCalendar = `SELECT s."provinceCode", c."registrationOpensAt", c."registrationClosesAt", c."dossierClosesAt", c."confirmationOpensAt", c."confirmationClosesAt", c."departureAt"
  FROM "school" s LEFT JOIN "school_calendar" c ON c."schoolId" = s."id" AND c."cohort" = $2 WHERE s."id" = $1`;
const findDone =
  'SELECT "kind", "dueAt" AS "at", "doneAt", "counts" FROM "calendar_step" WHERE "schoolId" = $1 AND "cohort" = $2 ORDER BY "dueAt", "kind"';

/** The calendar of a school and cohort with the pack in force at an instant and what has been done. Throws for an unknown school. */
export async function readCohort(
  { pool, rulePacks }: { pool: Queryable; rulePacks: RulePacks },
  schoolId: string,
  cohort: number,
  at: number,
): Promise<Cohort> {
  const {
    rows: [row],
  } = await pool.query<SchoolCalendar & { provinceCode: string }>(findCalendar, [schoolId, cohort]);
  if (!row) throw new Error('no such school');
  const { provinceCode, ...calendar } = row;
  const pack = await rulePacks.find(provinceCode, cohort, at);
  const { rows: done } = await pool.query<DoneStep>(findDone, [schoolId, cohort]);
  return { schoolId, cohort, pack, calendar: { ...emptySchoolCalendar, ...calendar }, windows: windowsOf(pack, calendar, cohort), done };
}

const insertStep = `INSERT INTO "calendar_step" ("schoolId", "cohort", "kind", "dueAt", "doneAt", "counts") VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`;

/** Notes that a step is done; false when it was done before, by another run. */
export async function noteStep(
  connection: Queryable,
  { schoolId, cohort }: Pick<Cohort, 'schoolId' | 'cohort'>,
  { kind, at }: CohortStep,
  doneAt: number,
  counts: Readonly<Record<string, number>>,
): Promise<boolean> {
  const { rowCount } = await connection.query(insertStep, [schoolId, cohort, kind, new Date(at), new Date(doneAt), JSON.stringify(counts)]);
  return rowCount === 1;
}

const countStages = `SELECT g."stage", count(*) AS "count", count(*) FILTER (WHERE g."overdue") AS "overdue" FROM "graduate" g
  WHERE g."schoolId" = $1 AND g."cohort" = $2 AND g."removedAt" IS NULL GROUP BY g."stage"`;

/** How many graduates stand where, by stage, with `graduates`, `overdue` and `unfinished` (not confirmed). */
export async function countCohort(connection: Queryable, schoolId: string, cohort: number): Promise<Record<string, number>> {
  const { rows } = await connection.query<{ stage: string; count: number; overdue: number }>(countStages, [schoolId, cohort]);
  const total = (read: (row: { stage: string; count: number; overdue: number }) => number): number =>
    rows.reduce((sum, row) => sum + read(row), 0);
  return {
    graduates: total(({ count }) => count),
    overdue: total(({ overdue }) => overdue),
    unfinished: total(({ stage, count }) => (['CONFIRMED', 'ENDED'].includes(stage) ? 0 : count)),
    ...Object.fromEntries(rows.map(({ stage, count }) => [stage, count])),
  };
}
