import { z } from 'zod';
import { cohortStepKinds, cohortSteps, nextDigest } from '../../domain/calendar/cohort-steps.ts';
import { countCohort, type Cohort } from '../../infra/calendar/cohort-store.ts';
import { readClock } from '../../infra/record/clock.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { deadlineOf, InstantText, instantText, Moment, momentOf } from '../http/moments.ts';

const Counts = z.record(z.string(), z.int());

export const CalendarView = z
  .object({
    cohort: z.int(),
    dates: z.record(z.string(), InstantText.nullable()).meta({ description: 'The school’s own dates; null is the rule pack’s or none' }),
    departure: Moment,
    cutoff: Moment,
    counts: Counts.meta({ description: 'How many stand where now' }),
    steps: z.array(z.object({ kind: z.enum(cohortStepKinds), at: Moment, doneAt: InstantText.nullable(), counts: Counts.nullable() })),
    snapshots: z.array(
      z.object({
        number: z.int(),
        departureAt: InstantText,
        takenAt: InstantText,
        graduates: z.int(),
        unsettled: z.int(),
        root: z.string(),
        keyId: z.string(),
        signature: z.string(),
      }),
    ),
  })
  .meta({ id: 'SchoolCalendar' });

interface SnapshotRow {
  number: number;
  departureAt: number;
  takenAt: number;
  entryCount: number;
  unsettledCount: number;
  root: string;
  keyId: string;
  signature: string;
}

const findSnapshots = `SELECT "number", "departureAt", "takenAt", "entryCount", "unsettledCount", "root", "keyId", "signature" FROM "departure_snapshot"
  WHERE "schoolId" = $1 AND "cohort" = $2 ORDER BY "number"`;

/** The calendar as the office sees it: what was done with what it counted, and what is to come. */
export async function calendarView(
  { pool }: Pick<ApiDependencies, 'pool'>,
  { schoolId, cohort, calendar, windows, pack, done }: Cohort,
): Promise<z.input<typeof CalendarView>> {
  const now = await readClock(pool);
  const { rows } = await pool.query<SnapshotRow>(findSnapshots, [schoolId, cohort]);
  const digest = nextDigest(windows, pack, now);
  const ahead = [...cohortSteps(windows, pack), ...(digest ? [digest] : [])].filter(
    (step) => !done.some(({ kind, at }) => kind === step.kind && at === step.at),
  );
  return {
    cohort,
    dates: Object.fromEntries(
      (Object.entries(calendar) as [string, number | null][]).map(([name, at]) => [name, at === null ? null : instantText(at)]),
    ),
    departure: momentOf(windows.departureAt),
    cutoff: deadlineOf(windows.cutoffAt),
    counts: await countCohort(pool, schoolId, cohort),
    steps: [
      ...done.map(({ kind, at, doneAt, counts }) => ({ kind, at: momentOf(at), doneAt: instantText(doneAt), counts: { ...counts } })),
      ...ahead.map(({ kind, at }) => ({ kind, at: momentOf(at), doneAt: null, counts: null })),
    ],
    snapshots: rows.map(({ departureAt, takenAt, entryCount, unsettledCount, ...row }) => ({
      ...row,
      departureAt: instantText(departureAt),
      takenAt: instantText(takenAt),
      graduates: entryCount,
      unsettled: unsettledCount,
    })),
  };
}
