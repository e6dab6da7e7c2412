import { connectTemporal } from '../../infra/temporal/connect.ts';
import { Client } from '../../scripts/demo/client.ts';
import { renderTable } from '../../scripts/text-table.ts';
import { homeDossier, homeHukou, pendingDestination } from '../../test/support/record/contents.ts';
import { readProcessorTime, spentBetween } from '../report/processor-time.ts';
import { measure, type Measured } from '../report/latencies.ts';
import { startBenchStack, type BenchStack } from './bench-stack.ts';
import { benchPassword, populate, type Population } from './population.ts';
import { submitAll } from './submit-all.ts';
import { workerResidentMb } from '../report/worker-memory.ts';

const sections = [
  ['DOSSIER', homeDossier],
  ['HUKOU', homeHukou],
  ['DESTINATION', pendingDestination],
] as const;

interface Row extends Measured {
  readonly what: string;
  readonly atOnce: number;
}

/** `orchestration [graduates] [sections]`. Review decisions over HTTP: session, rights, command row, Update, transaction with audit and notification, answer. */
export async function run(args: readonly string[]): Promise<void> {
  const [graduates = 600, rounds = sections.length] = args.map(Number);
  const stack = await startBenchStack();
  try {
    const population = await populate(stack, graduates);
    // A desk that goes from one to the next does not ask for what it leaves behind.
    const minimal = { prefer: 'return=minimal' };
    const desks = { college: new Client(stack.url, minimal), school: new Client(stack.url, minimal) };
    await desks.college.signInAsStaff('college', benchPassword);
    await desks.school.signInAsStaff('school', benchPassword);
    const rows: Row[] = [];
    let spent: ReturnType<typeof spentBetween> = [];
    // Statistics of the tables, as autovacuum would have them after a minute.
    const analyze = async () => {
      await population.admin.query('ANALYZE');
    };
    await analyze();
    for (const [index, [section, content]] of sections.slice(0, rounds).entries()) {
      const versions = await submitAll(stack, population, section, content);
      await analyze();
      // The first section warms up compilers and caches; 1 and 8 at once are measured on slices of it.
      const plan =
        index === 0
          ? ([
              [1, 60],
              [8, 240],
              [32, Infinity],
            ] as const)
          : ([[32, Infinity]] as const);
      for (const desk of ['college', 'school'] as const) {
        let from = 0;
        for (const [atOnce, most] of plan) {
          const slice = versions.slice(from, Math.min(versions.length, from + most));
          from += slice.length;
          const before = readProcessorTime();
          rows.push({
            what: `${section} ${desk}`,
            atOnce,
            ...(await measure(
              slice.map((versionId) => () => approve(desks[desk], versionId)),
              atOnce,
            )),
          });
          // Where the time goes is asked of the last full round, when everything is warm.
          spent = spentBetween(before, readProcessorTime());
        }
      }
    }
    await report(stack, population, rows, spent);
  } finally {
    await stack.lifetime.end();
  }
}

async function approve(desk: Client, versionId: string): Promise<void> {
  const { status, body } = await desk.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' });
  if (status !== 200) throw new Error(`${status} ${body.code}`);
}

async function report(
  stack: BenchStack,
  { pool, admin, graduateIds }: Population,
  rows: readonly Row[],
  spent: ReturnType<typeof spentBetween>,
): Promise<void> {
  const {
    rows: [counted],
  } = await pool.query<{ approved: number }>(`SELECT count(*) AS "approved" FROM "section_version" WHERE "status" = 'APPROVED'`);
  const temporal = await connectTemporal(stack.temporal);
  const { historyLength } = await temporal.client.workflow.getHandle(`graduate-${graduateIds[0]}`).describe();
  await temporal.close();
  const workerMb = workerResidentMb();
  process.stdout.write(
    `${renderTable(
      ['review decisions', 'at once', 'count', 'errors', 'per second', 'p50 ms', 'p99 ms'],
      rows.map(({ what, atOnce, count, errors, perSecond, p50Ms, p99Ms }) =>
        [what, atOnce, count, errors, perSecond, p50Ms, p99Ms].map(String),
      ),
    )}\n`,
  );
  process.stdout.write(
    `sections in force: ${counted?.approved}; history of a graduate after them: ${historyLength} events; worker ${workerMb} MB resident with ${graduateIds.length} workflows cached\n`,
  );
  const decisions = rows.at(-1)?.count ?? 1;
  process.stdout.write(
    `\nwhere the time of the last ${decisions} decisions went\n${renderTable(
      ['processor time of', 'seconds', 'ms a decision'],
      spent.map(([kind, seconds]) => [kind, seconds.toFixed(2), ((seconds / decisions) * 1000).toFixed(2)]),
    )}\n\n`,
  );
  process.stdout.write(
    `${JSON.stringify({ bench: 'orchestration', graduates: graduateIds.length, rows, spent, historyLength, workerMb })}\n`,
  );
  await Promise.all([pool.end(), admin.end()]);
}
