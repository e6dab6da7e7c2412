import { isCohortOpen, sweepCutoff } from '../../infra/calendar/sweep-cutoff.ts';
import type { Cohort } from '../../infra/calendar/cohort-store.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import type { Pool } from '../../infra/database/pool.ts';

/** Large enough for sets to pay, small enough that a graduate's own command waits for a moment only. */
const batch = 5_000;

/**
 * Sweeps a cohort at the cutoff (R55), transaction by transaction, so that a crash costs one batch. False when somebody is left
 * who waits for a command received before the cutoff (X13): look again soon.
 */
export async function closeCohort(
  { pool }: { pool: Pool },
  { schoolId, cohort, windows, pack }: Cohort,
  at: number,
  progress: (closed: number) => void,
): Promise<boolean> {
  const sweep = { schoolId, cohort, cutoffAt: windows.cutoffAt, at, rulePack: pack.id, limit: batch };
  let closed = 0;
  for (;;) {
    const { graduates } = await inTransaction(pool, (connection) => sweepCutoff(connection, sweep));
    if (graduates === 0) return !(await isCohortOpen(pool, schoolId, cohort));
    closed += graduates;
    progress(closed);
  }
}
