import { readdirSync, readFileSync } from 'node:fs';

/** Processor seconds by what they were spent on: all descendants of this process, and itself. */
export type ProcessorTime = Readonly<Record<string, number>>;

const ticksPerSecond = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly seconds: number;
  readonly title: string;
}

const kinds: readonly [RegExp, string][] = [
  [/^postgres: temporal /, 'PostgreSQL for Temporal'],
  [/^postgres: quxiang_app /, 'PostgreSQL for the record'],
  [/postgres/, 'PostgreSQL, the rest'],
  [/server\/bin\/server|temporal server/, 'Temporal server'],
  [/worker\.ts/, 'worker'],
  [/api\/server\.ts/, 'API'],
  [/bench\/run\.ts/, 'this benchmark: HTTP client, mail, sign-in'],
];

/** A reading of this instant (Linux; empty elsewhere): subtract two of them. */
export function readProcessorTime(): ProcessorTime {
  const processes = readProcesses();
  const own = new Set([process.pid]);
  for (let size = 0; size !== own.size;) {
    size = own.size;
    for (const { pid, parent } of processes) if (own.has(parent)) own.add(pid);
  }
  const sums: Record<string, number> = {};
  for (const { pid, seconds, title } of processes) {
    if (!own.has(pid)) continue;
    const kind = kinds.find(([pattern]) => pattern.test(title))?.[1] ?? 'other';
    sums[kind] = (sums[kind] ?? 0) + seconds;
  }
  return sums;
}

function readProcesses(): Process[] {
  const pids = readdirOrNothing('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The name stands in brackets and may hold anything; what follows is in fixed places.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const title = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ pid: Number(name), parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond, title }];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

function readdirOrNothing(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What was spent between two readings, largest first. */
export function spentBetween(before: ProcessorTime, after: ProcessorTime): [kind: string, seconds: number][] {
  return Object.entries(after)
    .map(([kind, seconds]): [string, number] => [kind, seconds - (before[kind] ?? 0)])
    .filter(([, seconds]) => seconds > 0.05)
    .sort(([, a], [, b]) => b - a);
}
