import pg from 'pg';
import { appRole } from '../stack/postgres/roles.ts';
import type { Postgres } from '../stack/postgres.ts';
import { StackError } from '../stack/stack-error.ts';
import type { Settings } from './settings.ts';

/** The application's database under its two roles. */
export interface DatabaseAddresses {
  url: string;
  adminUrl: string;
}

/**
 * The embedded database, or the one that DATABASE_URL names. With DATABASE_URL alone, that one is taken for an
 * administrator's, and the application role is made beside it: the application never runs as the owner of the tables.
 */
export async function chooseDatabase(
  settings: Settings,
  embedded: Postgres | undefined,
  appRolePassword: string,
): Promise<DatabaseAddresses> {
  const { DATABASE_URL: url, DATABASE_ADMIN_URL: adminUrl } = settings;
  if (!url) {
    if (!embedded) throw new Error('no database was started');
    return { url: embedded.url, adminUrl: embedded.adminUrl };
  }
  await requireReachable(adminUrl ?? url, adminUrl ? 'DATABASE_ADMIN_URL' : 'DATABASE_URL');
  if (adminUrl) return { url, adminUrl };
  await ensureAppRole(url, appRolePassword);
  const address = new URL(url);
  address.username = appRole;
  address.password = appRolePassword;
  return { url: address.href, adminUrl: url };
}

async function requireReachable(url: string, variable: string): Promise<void> {
  await query(url, 'SELECT 1').catch((error: unknown) => {
    throw new StackError(
      `The database that ${variable} names does not answer${error instanceof Error ? `: ${error.message}` : ''}.`,
      `Start it or correct ${variable}; without it npm start brings its own database.`,
    );
  });
}

async function ensureAppRole(url: string, password: string): Promise<void> {
  const secret = pg.escapeLiteral(password);
  try {
    await query(
      url,
      `DO $$ BEGIN
      IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${appRole}') THEN ALTER ROLE ${appRole} LOGIN PASSWORD ${secret};
      ELSE CREATE ROLE ${appRole} LOGIN PASSWORD ${secret}; END IF; END $$`,
    );
  } catch (error) {
    throw new StackError(
      `The role of DATABASE_URL may not make the application role ${appRole}.`,
      'Make it yourself, then set DATABASE_URL (application role) and DATABASE_ADMIN_URL (owner of the schema).',
      error,
    );
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
