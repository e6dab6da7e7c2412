import pg from 'pg';
import type { Credentials } from './credentials.ts';

/** The role that owns the schema: migrations run under it. */
export const adminRole = 'quxiang_admin';
/** The role of API and worker: owns nothing; its rights on tables come from a migration. */
export const appRole = 'quxiang_app';
/** The role of the Temporal server, which keeps its own databases. */
export const temporalRole = 'temporal';
/** The application's database. */
export const databaseName = 'quxiang';

/** Makes the roles and the application's database where they are missing. May be repeated. */
export async function ensureRoles(superuserUrl: string, credentials: Credentials): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await ensureRole(client, adminRole, credentials.admin, 'CREATEDB');
    await ensureRole(client, appRole, credentials.app, 'NOCREATEDB');
    // Whoever drops a test database ends the sessions of the application's role in it.
    await client.query(`GRANT pg_signal_backend TO ${adminRole}`);
    await ensureRole(client, temporalRole, credentials.temporal, 'CREATEDB');
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName} OWNER ${adminRole}`);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, role: string, password: string, right: 'CREATEDB' | 'NOCREATEDB'): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN ${right} PASSWORD ${client.escapeLiteral(password)}`);
}
