import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { guardAgainstOrphan } from './orphan-guard.ts';

/** Receives the output of a component, line by line. */
export type Log = (line: string) => void;

export interface ProcessOptions {
  name: string;
  command: string;
  args: readonly string[];
  env?: Record<string, string | undefined>;
  cwd?: string;
  uid?: number | undefined;
  gid?: number | undefined;
  log?: Log | undefined;
  stopSignal?: NodeJS.Signals;
  /** After the stop signal, how long to wait before SIGKILL. */
  stopTimeoutMs?: number;
}

export interface ManagedProcess {
  readonly name: string;
  readonly pid: number;
  /** Settles when the process has ended, however it ended. */
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  hasExited(): boolean;
  /** The last lines it wrote, for messages about a failure. */
  recentOutput(): string;
  /** Asks it to end, waits, and ends it by force. Safe to call twice. */
  stop(): Promise<void>;
}

const keptLines = 20;
const keptWidth = 300;

/**
 * Starts a child in a process group of its own, so that Ctrl-C in a terminal reaches only the parent,
 * which then stops its children in the right order.
 */
export function startProcess(options: ProcessOptions): ManagedProcess {
  const { name, command, args, stopSignal = 'SIGTERM', stopTimeoutMs = 15_000 } = options;
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    uid: options.uid,
    gid: options.gid,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const lines = collectLines(child, options.log);
  let ended = false;
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', (error) => {
      lines.push(`${name}: ${error.message}`);
      resolve({ code: 127, signal: null });
    });
  });
  const releaseGuard = child.pid === undefined ? () => undefined : guardAgainstOrphan(child.pid, stopSignal);
  void exited.then(() => {
    ended = true;
    releaseGuard();
  });
  const send = (signal: NodeJS.Signals): void => {
    if (child.pid !== undefined && !ended) process.kill(child.pid, signal);
  };
  return {
    name,
    pid: child.pid ?? -1,
    exited,
    hasExited: () => ended,
    recentOutput: () => lines.join('\n'),
    stop: async () => {
      if (ended) return;
      send(stopSignal);
      const force = setTimeout(() => send('SIGKILL'), stopTimeoutMs);
      await exited;
      clearTimeout(force);
    },
  };
}

function collectLines(child: ChildProcess, log: Log | undefined): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line.slice(0, keptWidth));
      if (lines.length > keptLines) lines.shift();
      log?.(line);
    });
  }
  return lines;
}
