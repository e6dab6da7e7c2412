import { renderTable } from '../../scripts/text-table.ts';
import { readProcessorTime, spentBetween } from '../report/processor-time.ts';
import { createLiveNumbers, type Questions } from './live-numbers.ts';
import { load, type Load } from './load.ts';
import { memoryOver, memoryTable, type MemoryAfter } from './memory.ts';
import { timingDifference } from './timing.ts';
import { startVerifyStack, type BenchServer } from './verify-stack.ts';

const cases = [
  ['valid', '"VALID"'],
  ['invalid', '"NOT_FOUND"'],
  ['expired', '"EXPIRED"'],
] as const;
type Case = (typeof cases)[number][0];

interface Options {
  live: number;
  rounds: number;
  seconds: number;
  requests: number;
  timing: number;
  connections: number;
}
const usual: Options = { live: 1_000_000, rounds: 5, seconds: 5, requests: 200_000, timing: 20_000, connections: 64 };

/** `verify [live=1000000] [rounds=5] [seconds=5] [requests=200000] [timing=20000]`. Questions over HTTP against a naive handler on the same database. */
export async function run(args: readonly string[]): Promise<void> {
  const given = Object.fromEntries(args.map((arg) => arg.split('=')).map(([name, value]) => [name, Number(value)])) as Partial<Options>;
  const options: Options = { ...usual, ...given };
  const stack = await startVerifyStack();
  try {
    process.stdout.write(`making ${options.live} live numbers …\n`);
    const questions = await createLiveNumbers(stack, { live: options.live, tried: 25_000 });
    const servers = { ours: await stack.startServer('api/server.ts'), naive: await stack.startServer('bench/verify/naive-server.ts') };
    const rounds = await interleave(servers, questions, options);
    reportRounds(options, rounds);
    const half = Math.floor(median(rounds.ours.valid.map(({ perSecond }) => perSecond)) / 2);
    const halfLoad = await load(servers.ours.url, questions.valid, '"VALID"', {
      connections: 16,
      seconds: options.seconds * 2,
      perSecond: half,
    });
    const memory = await memoryOver(stack, questions, { requests: options.requests, steps: 10, connections: options.connections });
    const timing = await timingDifference(servers.ours.url, questions.wrongName, questions.unknown, options.timing);
    report({ half, ...halfLoad }, memory, timing);
    process.stdout.write(`${JSON.stringify({ bench: 'verify', options, rounds, half: { half, ...halfLoad }, memory, timing })}\n`);
  } finally {
    await stack.lifetime.end();
  }
}

type Rounds = Record<'ours' | 'naive', Record<Case, Load[]>>;

async function interleave(
  servers: Record<'ours' | 'naive', BenchServer>,
  questions: Questions,
  { rounds, seconds, connections }: Options,
): Promise<Rounds> {
  const results: Rounds = { ours: { valid: [], invalid: [], expired: [] }, naive: { valid: [], invalid: [], expired: [] } };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, expected] of cases) {
      for (const who of ['ours', 'naive'] as const) {
        const before = readProcessorTime();
        const measured = await load(servers[who].url, questions[name], expected, { connections, seconds });
        // The first round warms up compilers, caches and plans.
        if (round > 0) results[who][name].push(measured);
        else
          process.stdout.write(
            `${who} ${name}: ${spentBetween(before, readProcessorTime())
              .map(([kind, spent]) => `${kind} ${((spent / measured.answers) * 1e6).toFixed(0)} µs`)
              .join(', ')} an answer\n`,
          );
      }
    }
  }
  return results;
}

const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? 0;
const spread = (values: readonly number[]): string =>
  [sorted(values)[0] ?? 0, median(values), sorted(values).at(-1) ?? 0].map((value) => Math.round(value)).join(' / ');

function reportRounds(options: Options, rounds: Rounds): void {
  const rate = (who: 'ours' | 'naive', name: Case): number[] => rounds[who][name].map(({ perSecond }) => perSecond);
  const rows = cases.map(([name]) => [
    name,
    spread(rate('ours', name)),
    spread(rate('naive', name)),
    `${(median(rate('ours', name)) / median(rate('naive', name))).toFixed(1)} ×`,
    spread(rounds.ours[name].map(({ p99Ms }) => p99Ms)),
    spread(rounds.naive[name].map(({ p99Ms }) => p99Ms)),
  ]);
  process.stdout.write(
    `\n${options.live} live numbers, ${options.connections} connections, ${options.rounds} rounds of ${options.seconds} s each, interleaved; minimum / median / maximum\n`,
  );
  process.stdout.write(`${renderTable(['answers a second', 'this', 'naive', 'ratio', 'p99 ms', 'naive p99 ms'], rows)}\n`);
}

function report(half: Load & { half: number }, memory: readonly MemoryAfter[], timing: Awaited<ReturnType<typeof timingDifference>>): void {
  process.stdout.write(
    `half load, ${half.half} valid a second: p50 ${half.p50Ms} ms, p99 ${half.p99Ms} ms (${Math.round(half.perSecond)} a second reached)\n`,
  );
  process.stdout.write(`${memoryTable(memory)}\n`);
  process.stdout.write(
    `wrong name against unknown number, ${timing.requests} questions in random order: mean ${timing.meanUs.toFixed(1)} ± ${timing.meanBoundUs.toFixed(1)} µs, median ${timing.medianUs.toFixed(1)} µs, effect d = ${timing.effect.toFixed(3)} ± ${timing.effectBound.toFixed(3)} (95 %)\n`,
  );
}
