import { createPool } from '../../infra/database/pool.ts';
import { renderTable } from '../../scripts/text-table.ts';
import { startBenchStack } from '../orchestration/bench-stack.ts';
import { closeBySets, closedBySets } from './closing-by-sets.ts';
import { closeByTimers, closedByTimers } from './closing-by-timers.ts';
import type { Line } from './open-graduates.ts';

/** `cutoff [graduates in sets] [graduates by timers]`. Closing open graduates at the cutoff: by sets, against one timer for each workflow. */
export async function run(args: readonly string[]): Promise<void> {
  const [inSets = 170_000, byTimers = 2_000] = args.map(Number);
  const stack = await startBenchStack();
  const [pool, admin] = [createPool(stack.databaseUrl, 8), createPool(stack.adminUrl, 1)];
  await admin.query("SET statement_timeout = '10min'");
  try {
    const lines = [
      ...(await closeByTimers(stack, pool, admin, byTimers)),
      ...(await closeBySets(stack, pool, admin, inSets, Math.min(byTimers, 2_000))),
    ];
    const rate = ({ count, seconds }: Line): number => Math.round(count / seconds);
    process.stdout.write(
      `${renderTable(
        ['what', 'rows', 'seconds', 'per second'],
        lines.map((line) => [line.what, String(line.count), line.seconds.toFixed(2), String(rate(line))]),
      )}\n`,
    );
    const [sets, timers] = [lines.find(({ what }) => what === closedBySets), lines.find(({ what }) => what === closedByTimers)];
    const ratio = sets && timers ? Math.round((rate(sets) / rate(timers)) * 10) / 10 : null;
    process.stdout.write(
      `closing by sets is ${ratio} times as fast as by timers\n\n${JSON.stringify({ bench: 'cutoff', lines, ratio })}\n`,
    );
  } finally {
    await Promise.all([pool.end(), admin.end()]);
    await stack.lifetime.end();
  }
}
