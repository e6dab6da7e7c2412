import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/stack/project-root.ts';
import { waitUntil } from '../../scripts/stack/wait-until.ts';
import { renderTable } from '../../scripts/text-table.ts';
import { createLiveNumbers, type Questions } from './live-numbers.ts';
import { load } from './load.ts';
import { startVerifyStack, type BenchServer, type VerifyStack } from './verify-stack.ts';

/** Megabytes of a server after so many questions: what is alive when the garbage has been collected, and what the system has given it. */
export interface MemoryAfter {
  readonly questions: number;
  readonly heapMb: number;
  readonly externalMb: number;
  readonly residentMb: number;
}

interface Measuring {
  readonly requests: number;
  readonly steps: number;
  readonly connections: number;
}

/** A server of its own, that has answered nothing yet, over so many valid questions; the first step warms it up. */
export async function memoryOver(
  stack: VerifyStack,
  questions: Questions,
  { requests, steps, connections }: Measuring,
): Promise<readonly MemoryAfter[]> {
  const report = join(stack.directory, 'heap.json');
  const server = await stack.startServer('api/server.ts', {
    nodeArgs: ['--expose-gc', '--import', join(projectRoot, 'bench/verify/report-heap.ts')],
    env: { HEAP_REPORT: report },
  });
  const readings: MemoryAfter[] = [await readMemory(server, report, 0, 1)];
  let asked = 0;
  while (asked < requests) {
    for (const until = Math.min(requests, asked + requests / steps); asked < until;)
      asked += (await load(server.url, questions.valid, '"VALID"', { connections, seconds: 5 })).answers;
    readings.push(await readMemory(server, report, asked, readings.length + 1));
  }
  await server.process.stop();
  return readings;
}

interface Report {
  readonly reports: number;
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
}

async function readMemory({ process: { pid } }: BenchServer, path: string, questions: number, count: number): Promise<MemoryAfter> {
  process.kill(pid, 'SIGUSR2');
  let report: Report | undefined;
  await waitUntil(
    async () => {
      report = await readFile(path, 'utf8').then(
        (text) => JSON.parse(text) as Report,
        () => undefined,
      );
      return report?.reports === count;
    },
    { timeoutMs: 30_000, intervalMs: 100, explain: () => new Error('the server does not report its memory') },
  );
  const [heapMb = 0, externalMb = 0, residentMb = 0] = [report?.heapUsed, report?.external, report?.rss].map(
    (bytes = 0) => Math.round(bytes / 1e5) / 10,
  );
  return { questions, heapMb, externalMb, residentMb };
}

export const memoryTable = (readings: readonly MemoryAfter[]): string =>
  renderTable(
    ['valid questions', 'alive MB', 'outside of the heap MB', 'resident MB'],
    readings.map(({ questions, heapMb, externalMb, residentMb }) => [questions, heapMb, externalMb, residentMb].map(String)),
  );

/** `verify-memory [requests=1000000] [live=100000] [steps=20]`: the memory of the API over so many valid questions, and nothing else. */
export async function run(args: readonly string[]): Promise<void> {
  const {
    requests = 1_000_000,
    live = 100_000,
    steps = 20,
  } = Object.fromEntries(args.map((arg) => arg.split('=')).map(([name, value]) => [name, Number(value)])) as {
    requests?: number;
    live?: number;
    steps?: number;
  };
  const stack = await startVerifyStack();
  try {
    const readings = await memoryOver(stack, await createLiveNumbers(stack, { live, tried: 25_000 }), { requests, steps, connections: 64 });
    process.stdout.write(`${memoryTable(readings)}\n${JSON.stringify({ bench: 'verify-memory', live, readings })}\n`);
  } finally {
    await stack.lifetime.end();
  }
}
