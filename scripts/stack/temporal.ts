import { Connection } from '@temporalio/client';
import type { Log, ManagedProcess } from './managed-process.ts';
import { StackError } from './stack-error.ts';
import type { TemporalStore } from './temporal/databases.ts';
import { findTemporalPrograms } from './temporal/find-programs.ts';
import { prepareNamespace } from './temporal/namespace.ts';
import { runBinaries } from './temporal/run-binaries.ts';
import { runCli } from './temporal/run-cli.ts';
import { waitUntil } from './wait-until.ts';

export interface TemporalOptions {
  /** Where its configuration is kept (and its data, where the command line tool runs it). */
  directory: string;
  /** The PostgreSQL that keeps its data. */
  store: TemporalStore;
  port: number;
  uiPort: number;
  namespace?: string;
  retentionDays?: number;
  requireTimeSkipping?: boolean;
  log?: Log;
  progress?: (message: string) => void;
}

export interface Temporal {
  address: string;
  uiUrl: string;
  namespace: string;
  /** Settles with the name of a program of it that has ended. */
  ended: Promise<string>;
  /** Ends it gently. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

const host = '127.0.0.1';

/** Finds or builds a Temporal server and starts it with its pages, namespace and search attributes. Throws `StackError`. */
export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  const { port, uiPort, namespace = 'quxiang', retentionDays = 90, requireTimeSkipping = true, progress = () => undefined } = options;
  const programs = await findTemporalPrograms({ requireTimeSkipping, progress });
  const run = { directory: options.directory, store: options.store, host, port, uiPort, namespace, log: options.log };
  const processes = programs.kind === 'cli' ? await runCli(programs.temporal, run) : await runBinaries(programs, run);
  const stop = async (): Promise<void> => void (await Promise.all(processes.map((process) => process.stop())));
  const address = `${host}:${port}`;
  const uiUrl = `http://${host}:${uiPort}`;
  try {
    await waitUntilServing(processes, address, uiUrl);
    await prepareNamespace({ address, namespace, retentionDays });
  } catch (error) {
    await stop();
    throw error;
  }
  const ended = Promise.race(
    processes.map(async (one) => {
      await one.exited;
      return one.name;
    }),
  );
  const kill = async (): Promise<void> => {
    for (const { pid } of processes) process.kill(pid, 'SIGKILL');
    await Promise.all(processes.map((one) => one.exited));
  };
  return { address, uiUrl, namespace, ended, stop, kill };
}

async function waitUntilServing(processes: readonly ManagedProcess[], address: string, uiUrl: string): Promise<void> {
  const failure = (cause: unknown): StackError =>
    new StackError(
      `The Temporal server does not start. It says:\n${processes.map((process) => process.recentOutput()).join('\n')}`,
      'If its data are broken, begin afresh with npm start -- --reset (this deletes the data).',
      cause,
    );
  const hasExited = (): boolean => processes.some((process) => process.hasExited());
  await waitUntil(
    async () => {
      if (hasExited()) return true;
      const connection = await Connection.connect({ address, connectTimeout: '1s' });
      await connection.close();
      return (await fetch(uiUrl, { signal: AbortSignal.timeout(2_000) })).ok;
    },
    { timeoutMs: 60_000, intervalMs: 100, explain: failure },
  );
  if (hasExited()) throw failure(undefined);
}
