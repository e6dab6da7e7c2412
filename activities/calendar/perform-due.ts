import { cohortSteps, nextDigest, type CohortStep } from '../../domain/calendar/cohort-steps.ts';
import type { CohortCalendarInput, CohortPlan } from '../../domain/calendar/messages.ts';
import { formatDeadline } from '../../domain/calendar/shanghai.ts';
import { countCohort, noteStep, readCohort, type Cohort } from '../../infra/calendar/cohort-store.ts';
import { takeSnapshot } from '../../infra/calendar/take-snapshot.ts';
import { tellSchool, tellUnfinished } from '../../infra/calendar/tell-cohort.ts';
import type { Connection } from '../../infra/database/pool.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import type { ActivityDependencies } from '../dependencies.ts';
import { closeCohort } from './close-cohort.ts';

export type CalendarDependencies = Pick<ActivityDependencies, 'pool' | 'rulePacks' | 'newId' | 'auditSigning'>;
type Counts = Record<string, number>;

/** While commands received before the cutoff are still being applied, the sweep looks again after this. */
const retryMs = 10_000;

/**
 * Does what the calendar of a school and cohort has due by `asOf` (milliseconds, the workflow's clock), each step once, in order;
 * says what comes next. Run again after a crash it goes on where it was.
 */
export async function performDue(
  dependencies: CalendarDependencies,
  { schoolId, cohort }: CohortCalendarInput,
  asOf: number,
  progress: (reached: unknown) => void,
): Promise<CohortPlan> {
  const found = await readCohort(dependencies, schoolId, cohort, asOf);
  for (const step of dueSteps(found, asOf)) {
    if (step.kind === 'CUTOFF') {
      const closed = await closeCohort(dependencies, found, asOf, progress);
      if (!closed) return { nextAt: asOf + retryMs, nextKind: 'CUTOFF' };
    }
    await inTransaction(dependencies.pool, async (connection) => {
      const counts = {
        ...(await countCohort(connection, schoolId, cohort)),
        ...(await perform(connection, dependencies, found, step, asOf)),
      };
      if (!(await noteStep(connection, found, step, asOf, counts))) return;
      await tell(connection, dependencies, found, step, counts, asOf);
    });
    progress(step.kind);
  }
  return planAfter(found, asOf);
}

/** Steps that are due and not done; of the digests only the newest, because yesterday's news is none. */
function dueSteps({ windows, pack, done }: Cohort, asOf: number): CohortStep[] {
  const isOpen = (step: CohortStep): boolean => step.at <= asOf && !done.some(({ kind, at }) => kind === step.kind && at === step.at);
  const digest = nextDigest(windows, pack, asOf - 86_400_000);
  return [...cohortSteps(windows, pack), ...(digest ? [digest] : [])].filter(isOpen).sort((a, b) => a.at - b.at);
}

function planAfter({ windows, pack }: Cohort, asOf: number): CohortPlan {
  const digest = nextDigest(windows, pack, asOf);
  const [next] = [...cohortSteps(windows, pack), ...(digest ? [digest] : [])].filter(({ at }) => at > asOf).sort((a, b) => a.at - b.at);
  return { nextAt: next?.at ?? null, nextKind: next?.kind ?? null };
}

async function perform(
  connection: Connection,
  dependencies: CalendarDependencies,
  { schoolId, cohort, windows }: Cohort,
  step: CohortStep,
  asOf: number,
): Promise<Counts> {
  if (step.kind !== 'DEPARTURE') return {};
  const { number, unsettled } = await takeSnapshot(connection, dependencies, {
    schoolId,
    cohort,
    departureAt: windows.departureAt,
    takenAt: asOf,
  });
  return { snapshot: number, unsettled };
}

async function tell(
  connection: Connection,
  { newId }: CalendarDependencies,
  cohort: Cohort,
  step: CohortStep,
  counts: Counts,
  at: number,
): Promise<void> {
  const { schoolId, windows } = cohort;
  const office = { schoolId, newId, at };
  const cutoffAt = formatDeadline(windows.cutoffAt);
  const key = `${cohort.cohort}:${step.at}`;
  const openCount = counts['unfinished'] ?? 0;
  switch (step.kind) {
    case 'DIGEST':
      return tellSchool(connection, office, 'school.digest', key, { cohort: cohort.cohort, counts, ...nextOf(cohort, at) });
    case 'CUTOFF_APPROACHES':
      await tellUnfinished(connection, schoolId, cohort.cohort, windows.cutoffAt, at);
      return tellSchool(connection, office, 'cutoff.approaching', key, { audience: 'SCHOOL', openCount, cutoffAt });
    case 'CUTOFF':
      return tellSchool(connection, office, 'cutoff.reached', key, { audience: 'SCHOOL', openCount, cutoffAt });
    default:
      // The next digest says it.
      return undefined;
  }
}

function nextOf({ windows, pack }: Cohort, at: number): { nextKind: Exclude<CohortStep['kind'], 'DIGEST'> | null; nextAt: string | null } {
  const next = cohortSteps(windows, pack).find((step) => step.at > at);
  return next === undefined || next.kind === 'DIGEST'
    ? { nextKind: null, nextAt: null }
    : { nextKind: next.kind, nextAt: formatDeadline(next.at).slice(0, 10) };
}
