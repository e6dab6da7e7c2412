import { Client } from '../../scripts/demo/client.ts';
import { renderTable } from '../../scripts/text-table.ts';
import { homeDossier, homeHukou, pendingDestination } from '../../test/support/record/contents.ts';
import { startBenchStack } from '../orchestration/bench-stack.ts';
import { benchPassword, populate, type Population } from '../orchestration/population.ts';
import { submitAll } from '../orchestration/submit-all.ts';
import { readProcessorTime, spentBetween } from '../report/processor-time.ts';

const sections = [
  ['DOSSIER', homeDossier],
  ['HUKOU', homeHukou],
  ['DESTINATION', pendingDestination],
] as const;
const perRequest = 200;

interface Row {
  readonly what: string;
  readonly count: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly slowestRequestSeconds: number;
  readonly audited: number;
}

/** `review [submissions]`. A desk approves all of them by `POST /api/reviews/decisions`, 200 to a request, one request after another, workflows cached. */
export async function run(args: readonly string[]): Promise<void> {
  const [submissions = 1000] = args.map(Number);
  const stack = await startBenchStack();
  try {
    const population = await populate(stack, submissions);
    const desks = { college: new Client(stack.url), school: new Client(stack.url) };
    await desks.college.signInAsStaff('college', benchPassword);
    await desks.school.signInAsStaff('school', benchPassword);
    const rows: Row[] = [];
    let spent: ReturnType<typeof spentBetween> = [];
    for (const [section, content] of sections) {
      const versions = await submitAll(stack, population, section, content);
      await population.admin.query('ANALYZE');
      for (const desk of ['college', 'school'] as const) {
        const before = readProcessorTime();
        rows.push(await approveAll(population, desks[desk], `${section} ${desk}`, versions));
        spent = spentBetween(before, readProcessorTime());
      }
    }
    process.stdout.write(
      `${renderTable(
        ['bulk approval', 'submissions', 'seconds', 'per second', 'slowest request s', 'audit rows, a command each'],
        rows.map(({ what, count, seconds, perSecond, slowestRequestSeconds, audited }) =>
          [what, count, seconds, perSecond, slowestRequestSeconds, audited].map(String),
        ),
      )}\n`,
    );
    process.stdout.write(
      `\nwhere the time of the last ${submissions} went\n${renderTable(
        ['processor time of', 'seconds'],
        spent.map(([kind, seconds]) => [kind, seconds.toFixed(2)]),
      )}\n\n`,
    );
    process.stdout.write(`${JSON.stringify({ bench: 'review', submissions, rows, spent })}\n`);
    await Promise.all([population.pool.end(), population.admin.end()]);
  } finally {
    await stack.lifetime.end();
  }
}

/** Throws unless every one was decided, each by a command of its own with its audit row. */
async function approveAll({ pool }: Population, desk: Client, what: string, versions: readonly string[]): Promise<Row> {
  const {
    rows: [mark],
  } = await pool.query<{ seq: number }>('SELECT coalesce(max("seq"), 0) AS "seq" FROM "audit_event"');
  const began = performance.now();
  let slowest = 0;
  for (let from = 0; from < versions.length; from += perRequest) {
    const start = performance.now();
    const items = versions.slice(from, from + perRequest).map((versionId) => ({ decision: 'APPROVE', versionId }));
    const { status, body } = await desk.post<{ done: number }>('/api/reviews/decisions', { items });
    if (status !== 200 || body.done !== items.length) throw new Error(`${status}: ${JSON.stringify(body).slice(0, 300)}`);
    slowest = Math.max(slowest, performance.now() - start);
  }
  const seconds = (performance.now() - began) / 1000;
  const {
    rows: [counted],
  } = await pool.query<{ audited: number }>(
    `SELECT count(DISTINCT "commandId") AS "audited" FROM "audit_event" WHERE "seq" > $1 AND "action" IN ('SECTION_FORWARDED', 'SECTION_APPROVED')`,
    [mark?.seq ?? 0],
  );
  if (counted?.audited !== versions.length) throw new Error(`${counted?.audited} of ${versions.length} are audited`);
  const tenths = (value: number): number => Math.round(value * 10) / 10;
  return {
    what,
    count: versions.length,
    seconds: tenths(seconds),
    perSecond: tenths(versions.length / seconds),
    slowestRequestSeconds: tenths(slowest / 1000),
    audited: counted.audited,
  };
}
