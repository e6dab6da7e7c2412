import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startProcess, type Log, type ManagedProcess } from './managed-process.ts';
import { findPostgresBinaries } from './postgres/binaries.ts';
import { prepareCluster } from './postgres/cluster.ts';
import { loadCredentials } from './postgres/credentials.ts';
import { stopLeftover } from './postgres/leftover.ts';
import { adminRole, appRole, databaseName, ensureRoles, temporalRole } from './postgres/roles.ts';
import { launchAs } from './postgres/run-as.ts';
import { findSystemUser } from './postgres/system-user.ts';
import { StackError } from './stack-error.ts';
import { waitUntil } from './wait-until.ts';

export interface PostgresOptions {
  /** Where data and passwords are kept. */
  directory: string;
  port: number;
  /** False only for tests: faster, and a power cut would cost the data. */
  durable?: boolean;
  log?: Log;
}

export interface Postgres {
  host: string;
  port: number;
  /** The application's database under the application role. */
  url: string;
  /** The application's database under the role that owns the schema. */
  adminUrl: string;
  /** What the Temporal server needs for its own databases. */
  temporal: { user: string; password: string };
  /** Settles when the server has ended. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

const host = '127.0.0.1';
const volatileFlags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts PostgreSQL 18 from npm with its roles and the empty database `quxiang`. Throws `StackError`. */
export async function startPostgres({ directory, port, durable = true, log }: PostgresOptions): Promise<Postgres> {
  const [binaries, user] = await Promise.all([findPostgresBinaries(), findSystemUser()]);
  await mkdir(directory, { recursive: true });
  if (user.uid !== undefined) await chmod(directory, 0o711);
  const folder = join(directory, 'cluster');
  const credentials = await loadCredentials(join(directory, 'passwords.json'));
  await prepareCluster({ folder, initdb: binaries.initdb, password: credentials.superuser, user });
  await stopLeftover(folder);
  const settings = [
    'max_connections=300',
    `listen_addresses=${host}`,
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    // Error details quote the row: keep them out of the log.
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    // Imports and sweeps write gigabytes at once: checkpoints between them would write each page anew.
    'shared_buffers=256MB',
    'max_wal_size=4GB',
    'checkpoint_timeout=15min',
    ...(durable ? [] : volatileFlags),
  ];
  const launch = await launchAs(user, binaries.postgres, folder);
  const server = startProcess({
    name: 'postgres',
    command: launch.command,
    args: [...launch.args, '-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    env: { ...process.env, LC_ALL: 'C' },
    uid: launch.uid,
    gid: launch.gid,
    log,
    stopSignal: 'SIGINT',
    stopTimeoutMs: 30_000,
  });
  const superuserUrl = address('postgres', credentials.superuser, port, 'postgres');
  try {
    await waitUntilServing(server, superuserUrl);
    await ensureRoles(superuserUrl, credentials);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    host,
    port,
    url: address(appRole, credentials.app, port, databaseName),
    adminUrl: address(adminRole, credentials.admin, port, databaseName),
    temporal: { user: temporalRole, password: credentials.temporal },
    ended: server.exited.then(() => 'postgres'),
    stop: () => server.stop(),
  };
}

function address(user: string, password: string, port: number, database: string): string {
  return `postgresql://${user}:${password}@${host}:${port}/${database}`;
}

async function waitUntilServing(server: ManagedProcess, url: string): Promise<void> {
  const failure = (cause: unknown): StackError =>
    new StackError(
      `PostgreSQL does not start. It says:\n${server.recentOutput()}`,
      'If the data folder is broken, begin afresh with npm start -- --reset (this deletes the data).',
      cause,
    );
  await waitUntil(
    async () => {
      if (server.hasExited()) return true;
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
      client.on('error', () => undefined);
      await client.connect();
      await client.end();
      return true;
    },
    { timeoutMs: 60_000, explain: failure },
  );
  if (server.hasExited()) throw failure(undefined);
}
