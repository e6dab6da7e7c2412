import type { Pool } from '../../infra/database/pool.ts';
import { startCohortCalendars } from '../../infra/temporal/start-cohort-calendar.ts';
import { startFromRecord } from '../../infra/temporal/start-from-record.ts';
import type { LifecycleStartDependencies, Progress } from './dependencies.ts';

interface Waiting {
  readonly rowNumber: number;
  readonly graduateId: string;
}

const batch = 100;
const atOnce = 10;

const selectWaiting = `SELECT r."rowNumber", r."graduateId" FROM "roster_import_row" r JOIN "graduate" g ON g."id" = r."graduateId"
  WHERE r."importId" = $1 AND r."rowNumber" > $2 AND r."status" = 'IMPORTED' AND g."workflowStartedAt" IS NULL ORDER BY r."rowNumber" LIMIT ${batch}`;

/**
 * Starts the lifecycle workflow of every graduate that an import has put on the roster and that has none yet; may lag
 * behind the import, and may be run again at any time. One that cannot be started does not keep the others waiting:
 * the first error is thrown when all have had their turn. Returns how many were started.
 */
export async function startLifecycles(dependencies: LifecycleStartDependencies, importId: string, progress: Progress): Promise<number> {
  const { pool } = dependencies;
  let started = 0;
  let after = 0;
  let failure: { error: unknown } | undefined;
  for (;;) {
    const { rows } = await pool.query<Waiting>({ name: 'waiting-lifecycles', text: selectWaiting, values: [importId, after] });
    const last = rows.at(-1);
    if (!last) break;
    for (let from = 0; from < rows.length; from += atOnce) {
      const results = await Promise.allSettled(rows.slice(from, from + atOnce).map(({ graduateId }) => startOne(dependencies, graduateId)));
      const done = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      for (const result of results) if (result.status === 'rejected') failure ??= { error: result.reason };
      await markStarted(pool, done);
      started += done.length;
      await progress(last.rowNumber);
    }
    after = last.rowNumber;
  }
  if (failure) throw failure.error;
  await startCohortCalendars(dependencies, await schoolOfImport(pool, importId));
  return started;
}

async function schoolOfImport(pool: Pool, importId: string): Promise<string> {
  const {
    rows: [row],
  } = await pool.query<{ schoolId: string }>('SELECT "schoolId" FROM "roster_import" WHERE "id" = $1', [importId]);
  if (!row) throw new Error('no such import');
  return row.schoolId;
}

async function startOne(dependencies: LifecycleStartDependencies, graduateId: string): Promise<string> {
  await startFromRecord(dependencies, graduateId);
  return graduateId;
}

async function markStarted(pool: Pool, graduateIds: readonly string[]): Promise<void> {
  await pool.query({
    name: 'mark-started',
    text: 'UPDATE "graduate" SET "workflowStartedAt" = app_now() WHERE "id" = ANY($1) AND "workflowStartedAt" IS NULL',
    values: [graduateIds],
  });
}
