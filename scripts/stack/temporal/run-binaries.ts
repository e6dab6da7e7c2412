import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { startProcess, type Log, type ManagedProcess } from '../managed-process.ts';
import { findFreePorts } from '../ports.ts';
import { prepareTemporalDatabases, type TemporalStore } from './databases.ts';
import { renderDynamicConfig } from './dynamic-config.ts';

export interface RunOptions {
  directory: string;
  store: TemporalStore;
  host: string;
  port: number;
  uiPort: number;
  namespace: string;
  log?: Log | undefined;
}

/** Starts the server on PostgreSQL, and its pages. */
export async function runBinaries(programs: { server: string; sql: string; ui: string }, options: RunOptions): Promise<ManagedProcess[]> {
  await mkdir(join(options.directory, 'config'), { recursive: true });
  await prepareTemporalDatabases(programs.sql, options.store);
  const server = startProcess({
    name: 'temporal',
    command: programs.server,
    args: ['--allow-no-auth', 'start'],
    env: await serverEnvironment(options),
    log: options.log,
  });
  await writeFile(
    join(options.directory, 'config', 'development.yaml'),
    stringify({
      temporalGrpcAddress: `${options.host}:${options.port}`,
      host: options.host,
      port: options.uiPort,
      enableUi: true,
      defaultNamespace: options.namespace,
      disableNewsFetch: true,
    }),
  );
  const ui = startProcess({
    name: 'temporal-ui',
    command: programs.ui,
    log: options.log,
    args: ['--root', options.directory, '--config', 'config', '--env', 'development', 'start'],
  });
  return [server, ui];
}

async function serverEnvironment({ directory, store, host, port }: RunOptions): Promise<Record<string, string | undefined>> {
  const dynamicConfigPath = join(directory, 'dynamic-config.yaml');
  await writeFile(dynamicConfigPath, renderDynamicConfig());
  const internal = [
    'FRONTEND_HTTP_PORT',
    'FRONTEND_MEMBERSHIP_PORT',
    'HISTORY_GRPC_PORT',
    'HISTORY_MEMBERSHIP_PORT',
    'MATCHING_GRPC_PORT',
    'MATCHING_MEMBERSHIP_PORT',
    'WORKER_GRPC_PORT',
    'WORKER_MEMBERSHIP_PORT',
  ];
  const ports = await findFreePorts(internal.length);
  return {
    ...process.env,
    ...Object.fromEntries(internal.map((name, index) => [name, String(ports[index])])),
    FRONTEND_GRPC_PORT: String(port),
    DB: 'postgres12_pgx',
    POSTGRES_SEEDS: store.host,
    DB_PORT: String(store.port),
    POSTGRES_USER: store.user,
    POSTGRES_PWD: store.password,
    NUM_HISTORY_SHARDS: '64',
    BIND_ON_IP: host,
    SQL_MAX_CONNS: '40',
    SQL_MAX_IDLE_CONNS: '40',
    DYNAMIC_CONFIG_FILE_PATH: dynamicConfigPath,
    LOG_LEVEL: 'warn',
  };
}
