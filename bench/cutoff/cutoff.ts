import { closeCohort } from '../../activities/calendar/close-cohort.ts';
import { sealAudit } from '../../activities/upkeep/seal-audit.ts';
import type { ActivityDependencies } from '../../activities/dependencies.ts';
import { lifecycleWorkflowType } from '../../domain/lifecycle/messages.ts';
import { readCohort } from '../../infra/calendar/cohort-store.ts';
import { readKeyring } from '../../infra/crypto/keyring.ts';
import { createPool, type Pool } from '../../infra/database/pool.ts';
import { createRulePacks } from '../../infra/record/rule-packs.ts';
import { connectTemporal } from '../../infra/temporal/connect.ts';
import { lifecycleStart } from '../../infra/temporal/lifecycle-start.ts';
import { renderTable } from '../../scripts/text-table.ts';
import { createSchool } from '../../test/support/record/graduates.ts';
import { startBenchStack, type BenchStack } from '../orchestration/bench-stack.ts';
import { timeStatements } from './statement-times.ts';
import { insertOpenGraduates } from './open-graduates.ts';

/** A cohort whose cutoff is long over, so that both ways have it due at once. */
const cohort = 2025;
const schoolSize = 10_000;
const quiet = () => undefined;

interface Line { readonly what: string; readonly count: number; readonly seconds: number }

/** `cutoff [graduates in sets] [graduates by timers]`. Closing open graduates at the cutoff: by sets, against one timer for each workflow. */
export async function run(args: readonly string[]): Promise<void> {
  const [inSets = 100_000, byTimers = 2_000] = args.map(Number);
  const stack = await startBenchStack();
  const [pool, admin] = [createPool(stack.databaseUrl, 8), createPool(stack.adminUrl, 1)];
  await admin.query("SET statement_timeout = '10min'");
  try {
    const lines = [...await closeBySets(stack, pool, admin, inSets), ...await closeByTimers(stack, pool, admin, byTimers)];
    const rate = ({ count, seconds }: Line): number => Math.round(count / seconds);
    process.stdout.write(`${renderTable(['what', 'rows', 'seconds', 'per second'], lines.map((line) => [line.what, String(line.count), line.seconds.toFixed(2), String(rate(line))]))}\n`);
    const [sets, timers] = [lines.find(({ what }) => what === closedBySets), lines.find(({ what }) => what === closedByTimers)];
    const ratio = sets && timers ? Math.round((rate(sets) / rate(timers)) * 10) / 10 : null;
    process.stdout.write(`closing by sets is ${ratio} times as fast as by timers\n\n${JSON.stringify({ bench: 'cutoff', lines, ratio })}\n`);
  } finally {
    await Promise.all([pool.end(), admin.end()]);
    await stack.lifetime.end();
  }
}

const closedBySets = 'graduates closed by sets (versions, graduates, audit, messages, outbox rows in the transaction)';
const closedByTimers = 'graduates closed by one timer each (the same rows, and the workflow is awake)';

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

async function closeBySets({ keysFile }: BenchStack, pool: Pool, admin: Pool, graduates: number): Promise<Line[]> {
  const schools = [];
  for (let left = graduates; left > 0; left -= schoolSize) {
    const { schoolId } = await createSchool(pool);
    await insertOpenGraduates(admin, schoolId, cohort, Math.min(left, schoolSize));
    schools.push(schoolId);
  }
  await admin.query('VACUUM ANALYZE');
  const rulePacks = createRulePacks(pool);
  const timed = timeStatements(pool);
  const queue = [...schools];
  const close = async (): Promise<void> => {
    for (let schoolId = queue.pop(); schoolId !== undefined; schoolId = queue.pop()) {
      await closeCohort({ pool: timed.pool }, await readCohort({ pool, rulePacks }, schoolId, cohort, Date.now()), Date.now(), quiet);
    }
  };
  const closing = await seconds(() => Promise.all([close(), close()]));
  const auditRows = await countOf(pool, '"audit_event" WHERE "actor" = \'system:cutoff\'');
  const dependencies = { pool, auditSigning: readKeyring(keysFile).auditSigning } as ActivityDependencies;
  const sealing = await seconds(() => sealAudit(dependencies, quiet));
  const share = [...timed.times.entries()].map(([name, spent]): Line => ({ what: `  of it ${name.replace('cutoff-', '')} (two at once)`, count: graduates, seconds: spent }));
  return [
    { what: closedBySets, count: graduates, seconds: closing }, ...share,
    { what: 'audit rows hashed and sealed afterwards', count: auditRows, seconds: sealing },
  ];
}

async function closeByTimers(stack: BenchStack, pool: Pool, admin: Pool, graduates: number): Promise<Line[]> {
  if (graduates === 0) return [];
  const { schoolId, schoolCode } = await createSchool(pool);
  await insertOpenGraduates(admin, schoolId, cohort, graduates);
  await admin.query('ANALYZE');
  const { rows } = await pool.query<{ id: string }>('SELECT "id" FROM "graduate" WHERE "schoolId" = $1', [schoolId]);
  const temporal = await connectTemporal(stack.temporal);
  const { client } = temporal;
  // All of them fire at one instant, when every one has been started.
  const fireAt = Date.now() + 10_000 + graduates * 10;
  const standing = { stage: 'IN_REVIEW', overdue: false, version: 2, nextDeadline: fireAt, nextStep: 'CUTOFF_RECORDED' } as const;
  const starting = await seconds(async () => {
    const waiting = [...rows];
    const start = async (): Promise<void> => {
      for (let row = waiting.pop(); row; row = waiting.pop()) {
        const { workflowId, ...options } = lifecycleStart({ graduateId: row.id, schoolCode, cohort, standing, ended: false }, 'quxiang');
        await client.workflow.start(lifecycleWorkflowType, { workflowId, ...options });
      }
    };
    await Promise.all(Array.from({ length: 16 }, start));
  });
  if (Date.now() > fireAt) throw new Error('the workflows were not started in time');
  await new Promise((resolve) => setTimeout(resolve, fireAt - Date.now()));
  const firing = await seconds(async () => {
    while (await countOf(pool, `"graduate" WHERE "schoolId" = '${schoolId}' AND "cutoffRecordedAt" IS NULL`) > 0) await new Promise((resolve) => setTimeout(resolve, 250));
  });
  await temporal.close();
  return [{ what: 'workflows started for the comparison', count: graduates, seconds: starting }, { what: closedByTimers, count: graduates, seconds: firing }];
}

async function countOf(pool: Pool, from: string): Promise<number> {
  const { rows: [row] } = await pool.query<{ count: number }>(`SELECT count(*) AS "count" FROM ${from}`);
  return row?.count ?? 0;
}
