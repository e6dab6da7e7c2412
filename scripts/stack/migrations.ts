import pg from 'pg';
import { projectFolders, readMigrations, readSchema, type MigrationFolders } from './migrations/migration-files.ts';
import { noFilters, withSchemaEngine } from './migrations/schema-engine.ts';

const migrationLock = 7_301_847;

/**
 * Applies what is missing of the migrations and returns their names. Keeps Prisma's own table `_prisma_migrations`.
 * Several may start at once: the first does the work, the others wait. Throws with the words of PostgreSQL.
 */
export async function applyMigrations(adminUrl: string, folders: MigrationFolders = projectFolders): Promise<string[]> {
  const guard = new pg.Client({ connectionString: adminUrl });
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const [schema, migrationsList] = await Promise.all([readSchema(folders.schema), readMigrations(folders.migrations)]);
    const interrupted = await findInterrupted(guard);
    return await withSchemaEngine(adminUrl, schema.files, async (engine) => {
      for (const migrationName of interrupted) await engine.markMigrationRolledBack({ migrationName });
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
      return appliedMigrationNames;
    });
  } finally {
    await guard.end();
  }
}

/** The SQL that leads from the migrations to the schema; empty when they agree. Needs a role that may create databases. */
export async function diffMigrationsToSchema(adminUrl: string, folders: MigrationFolders = projectFolders): Promise<string> {
  const [schema, migrations] = await Promise.all([readSchema(folders.schema), readMigrations(folders.migrations)]);
  return withSchemaEngine(adminUrl, schema.files, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    const script = (stdout ?? '').trim();
    return script === '-- This is an empty migration.' ? '' : script;
  });
}

// A migration is one transaction, so one that was begun and not finished has left nothing but its row; it may run again.
async function findInterrupted(client: pg.Client): Promise<string[]> {
  const table = await client.query<{ name: string | null }>(`SELECT to_regclass('_prisma_migrations') AS name`);
  if (!table.rows[0]?.name) return [];
  const { rows } = await client.query<{ name: string }>(
    'SELECT DISTINCT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
  return rows.map(({ name }) => name);
}
