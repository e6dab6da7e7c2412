import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { createDatabase } from '../databases.ts';

const run = promisify(execFile);

/** The PostgreSQL that keeps Temporal's data, and the role that may create its databases. */
export interface TemporalStore {
  host: string;
  port: number;
  user: string;
  password: string;
}

const databases = [
  { name: 'temporal', schema: 'postgresql/v12/temporal' },
  { name: 'temporal_visibility', schema: 'postgresql/v12/visibility' },
];

/** Makes Temporal's two databases and brings their tables to the version of the tool. May be repeated. */
export async function prepareTemporalDatabases(sql: string, store: TemporalStore): Promise<void> {
  for (const { name, schema } of databases) {
    const tool = (...args: string[]): Promise<unknown> =>
      run(sql, ['--plugin', 'postgres12_pgx', '--ep', store.host, '-p', String(store.port), '-u', store.user, '--db', name, ...args], {
        env: { ...process.env, SQL_PASSWORD: store.password },
      });
    if (!(await exists(store, name))) await createDatabase(address(store, 'postgres'), name);
    if (!(await hasVersionTable(store, name))) await tool('setup-schema', '-v', '0.0');
    await tool('update-schema', '--schema-name', schema);
  }
  await forgetMembers(address(store, 'temporal'));
}

// The last run's server wrote its ports here. A new one, on other ports, would spend half a minute looking for its dead self.
async function forgetMembers(url: string): Promise<void> {
  await query(url, 'DELETE FROM cluster_membership', []);
}

function address({ host, port, user, password }: TemporalStore, database: string): string {
  return `postgresql://${user}:${password}@${host}:${port}/${database}`;
}

async function exists(store: TemporalStore, name: string): Promise<boolean> {
  return isThere(address(store, 'postgres'), 'SELECT 1 FROM pg_database WHERE datname = $1', name);
}

async function hasVersionTable(store: TemporalStore, name: string): Promise<boolean> {
  return isThere(address(store, name), 'SELECT 1 FROM pg_tables WHERE tablename = $1', 'schema_version');
}

async function isThere(url: string, question: string, value: string): Promise<boolean> {
  return (await query(url, question, [value])).rowCount !== 0;
}

async function query(url: string, text: string, values: readonly string[]): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text, [...values]);
  } finally {
    await client.end();
  }
}
