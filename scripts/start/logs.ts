import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Log } from '../stack/managed-process.ts';

const Line = z.object({ level: z.string(), msg: z.string().default('') }).loose();
const widest = 8;
// What each line of ours would repeat.
const unshown = new Set(['level', 'msg', 'time', 'pid', 'name', 'hostname']);

/** Writes a component's lines into a file of its own, made new at each start. */
export function logToFile(directory: string, name: string): Log {
  mkdirSync(directory, { recursive: true });
  const file = createWriteStream(join(directory, `${name}.log`), { flags: 'w' });
  return (line) => void file.write(`${line}\n`);
}

/** Shows a program's lines on the terminal with its name in front. */
export function logToTerminal(name: string): Log {
  return (line) => void process.stdout.write(`${name.padEnd(widest)}│ ${readable(line)}\n`);
}

function readable(line: string): string {
  if (!line.startsWith('{')) return line;
  const parsed = Line.safeParse(tryParse(line));
  if (!parsed.success) return line;
  const { level, msg, ...rest } = parsed.data;
  const details = Object.entries(rest)
    .filter(([key]) => !unshown.has(key))
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return [level.padEnd(5), msg, ...details].join(' ');
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
