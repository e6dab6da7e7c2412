import { emptySchoolCalendar, windowsOf, type SchoolCalendar } from '../../domain/calendar/windows.ts';
import type { GuardContext } from '../../domain/decision/decision.ts';
import { createSchoolDirectory, type SchoolDirectory } from '../../domain/roster/school-directory.ts';
import type { Queryable } from '../database/pool.ts';
import type { RulePacks } from '../record/rule-packs.ts';

export interface ImportSchool {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
}

/** What the rows of one import are read against and decided by. */
export interface RosterScope {
  readonly school: ImportSchool;
  readonly directory: SchoolDirectory;
  /** Rules and windows in force at an instant, in milliseconds. */
  guardAt(now: number): Promise<GuardContext>;
}

const selectCounsellors = `SELECT DISTINCT a."id", a."displayName" AS "name", a."signInName" AS "staffNo"
  FROM "account" a JOIN "staff_role" r ON r."accountId" = a."id" WHERE r."schoolId" = $1 AND r."role" = 'COUNSELLOR'`;

/** Reads school, colleges, counsellors and calendar once for a whole import. */
export async function readRosterScope(
  database: Queryable,
  rulePacks: RulePacks,
  { schoolId, cohort }: { schoolId: string; cohort: number },
): Promise<RosterScope> {
  const {
    rows: [school],
  } = await database.query<ImportSchool>('SELECT "id", "code", "name", "provinceCode" FROM "school" WHERE "id" = $1', [schoolId]);
  if (!school) throw new Error('no such school');
  const { rows: colleges } = await database.query<{ id: string; name: string }>(
    'SELECT "id", "name" FROM "college" WHERE "schoolId" = $1',
    [schoolId],
  );
  const { rows: counsellors } = await database.query<{ id: string; name: string; staffNo: string | null }>(selectCounsellors, [schoolId]);
  const {
    rows: [calendar],
  } = await database.query<SchoolCalendar>('SELECT * FROM "school_calendar" WHERE "schoolId" = $1 AND "cohort" = $2', [schoolId, cohort]);
  return {
    school,
    directory: createSchoolDirectory(colleges, counsellors),
    async guardAt(now) {
      const pack = await rulePacks.find(school.provinceCode, cohort, now);
      return { now, pack, windows: windowsOf(pack, calendar ?? emptySchoolCalendar, cohort) };
    },
  };
}
