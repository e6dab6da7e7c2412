import type { CohortCalendarInput } from '../../domain/calendar/messages.ts';
import type { Queryable } from '../database/pool.ts';

const select = `SELECT DISTINCT g."schoolId", s."code" AS "schoolCode", g."cohort" FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId"
  WHERE g."cutoffRecordedAt" IS NULL AND g."endedAt" IS NULL`;

/** Every school and cohort whose year is not over; with an id, those of one school. */
export async function findOpenCohorts(database: Queryable, schoolId?: string): Promise<CohortCalendarInput[]> {
  const text = schoolId === undefined ? select : `${select} AND g."schoolId" = $1`;
  return (await database.query<CohortCalendarInput>(text, schoolId === undefined ? [] : [schoolId])).rows;
}
