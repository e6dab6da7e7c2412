import { closeCohort } from '../../activities/calendar/close-cohort.ts';
import { applyCommand } from '../../activities/record/apply-command.ts';
import { readCohort } from '../../infra/calendar/cohort-store.ts';
import { createPool, type Pool } from '../../infra/database/pool.ts';
import { renderTable } from '../../scripts/text-table.ts';
import { createSchool } from '../../test/support/record/graduates.ts';
import { recordOn } from '../../test/support/record/test-record.ts';
import { startBenchStack } from '../orchestration/bench-stack.ts';
import { cohort, insertOpenGraduates, seconds } from './open-graduates.ts';

/** A decision on each submission, received at a random millisecond of the second before the cutoff, of the instant itself, or of the second after. */
const insertArrivals = `INSERT INTO "command" ("id", "graduateId", "actorId", "actorRole", "idempotencyKey", "bodyDigest", "type", "payload", "receivedAt")
  SELECT uuidv7(), v."graduateId", $2::uuid, 'SCHOOL_REVIEWER', v."id"::text, '', 'DECIDE_REVIEW', jsonb_build_object('decision', 'APPROVE', 'versionId', v."id"),
    $3::timestamptz + (floor(random() * 2001) - 1000) * interval '1 millisecond'
  FROM "section_version" v JOIN "graduate" g ON g."id" = v."graduateId" WHERE g."schoolId" = $1`;

const outcomes = `SELECT CASE WHEN c."receivedAt" < $2 THEN 'before the cutoff' ELSE 'at the cutoff or after it' END AS "received", c."outcome" ->> 'code' AS "outcome", v."status", count(*)::int AS "count"
  FROM "command" c JOIN "graduate" g ON g."id" = c."graduateId" JOIN "section_version" v ON v."graduateId" = g."id" WHERE g."schoolId" = $1 GROUP BY 1, 2, 3 ORDER BY 1 DESC, 4 DESC`;

interface Row {
  readonly received: string;
  readonly outcome: string;
  readonly status: string;
  readonly count: number;
}

/**
 * `cutoff-arrivals [arrivals]` (R55, X13). Decisions received around the cutoff, each on a graduate of its own, applied eight at once in random order
 * while the sweep closes the cohort. Ends with an error when one that came in time was refused, or one that came late was accepted.
 */
export async function run(args: readonly string[]): Promise<void> {
  const [arrivals = 100_000] = args.map(Number);
  const stack = await startBenchStack();
  await stack.application.stop();
  const [pool, admin] = [createPool(stack.databaseUrl, 10), createPool(stack.adminUrl, 1)];
  await admin.query("SET statement_timeout = '10min'");
  try {
    const record = recordOn(pool, stack.keysFile);
    const { schoolId, staff } = await createSchool(pool);
    await insertOpenGraduates(admin, schoolId, arrivals);
    const found = await readCohort(record, schoolId, cohort, Date.now());
    const cutoffAt = new Date(found.windows.cutoffAt);
    await admin.query(insertArrivals, [schoolId, staff.schoolReviewer, cutoffAt]);
    await admin.query('VACUUM ANALYZE');
    const { rows: waiting } = await pool.query<{ id: string }>('SELECT "id" FROM "command" ORDER BY random()');
    const apply = async (): Promise<void> => {
      for (let row = waiting.pop(); row; row = waiting.pop()) await applyCommand(record, row.id);
    };
    const spent = await seconds(() => Promise.all([sweepUntilClosed(record, found), ...Array.from({ length: 8 }, apply)]));
    const { rows } = await pool.query<Row>(outcomes, [schoolId, cutoffAt]);
    process.stdout.write(
      `${renderTable(
        ['received', 'outcome', 'the submission', 'decisions'],
        rows.map((row) => [row.received, row.outcome, row.status, String(row.count)]),
      )}\n`,
    );
    process.stdout.write(
      `${arrivals} decisions in ${spent.toFixed(1)} s, the sweep beside them\n\n${JSON.stringify({ bench: 'cutoff-arrivals', arrivals, seconds: spent, rows })}\n`,
    );
    const right = ({ received, outcome, status }: Row): boolean =>
      (received === 'before the cutoff') === (outcome === 'APPLIED' && status === 'APPROVED') &&
      (outcome === 'APPLIED') !== (status === 'LAPSED');
    if (!rows.every(right)) throw new Error('a decision was accepted too late, or refused though it came in time');
  } finally {
    await Promise.all([pool.end(), admin.end()]);
    await stack.lifetime.end();
  }
}

/** As the calendar does it: what is left when somebody waits for a decision is looked at again. */
async function sweepUntilClosed(record: { pool: Pool }, found: Parameters<typeof closeCohort>[1]): Promise<void> {
  while (!(await closeCohort(record, found, found.windows.cutoffAt + 2_000, () => undefined)))
    await new Promise((resolve) => setTimeout(resolve, 500));
}
