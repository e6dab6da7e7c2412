import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, dropDatabase, withDatabase } from '../../../scripts/stack/databases.ts';
import { applyMigrations, diffMigrationsToSchema } from '../../../scripts/stack/migrations.ts';
import { projectFolders } from '../../../scripts/stack/migrations/migration-files.ts';
import { stackAddresses } from '../../support/stack/addresses.ts';

let directory: string;
let folders: { schema: string; migrations: string };
let adminUrl: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quxiang-migrations-'));
  folders = { schema: join(directory, 'schema'), migrations: join(directory, 'migrations') };
  await mkdir(folders.schema);
  await cp(join(projectFolders.schema, 'generator.prisma'), join(folders.schema, 'generator.prisma'));
  await writeFile(join(folders.schema, 'note.prisma'), 'model Note {\n  id Int @id\n  text String\n  kind String @db.Char(3)\n}\n');
  await mkdir(folders.migrations);
  await cp(join(projectFolders.migrations, 'migration_lock.toml'), join(folders.migrations, 'migration_lock.toml'));
  const name = `migrations_${randomUUID().replaceAll('-', '')}`;
  adminUrl = withDatabase(stackAddresses().postgres.adminUrl, name);
  await createDatabase(adminUrl, name);
});

afterEach(async () => {
  await dropDatabase(adminUrl, new URL(adminUrl).pathname.slice(1));
  await rm(directory, { recursive: true, force: true });
});

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folders.migrations, name), { recursive: true });
  await writeFile(join(folders.migrations, name, 'migration.sql'), sql);
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('applyMigrations', () => {
  it('writes what leads from the migrations to the schema, and finds nothing missing afterwards', async () => {
    const script = await diffMigrationsToSchema(adminUrl, folders);
    expect(script).toContain('CREATE TABLE "Note"');
    await writeMigration('1_note', script);
    expect(await diffMigrationsToSchema(adminUrl, folders)).toBe('');
    await writeMigration('2_more', 'ALTER TABLE "Note" ADD COLUMN surplus int;');
    expect(await diffMigrationsToSchema(adminUrl, folders)).toContain('DROP COLUMN "surplus"');
  });

  it('takes function bodies whole and keeps the table of Prisma', async () => {
    await writeMigration('1_function', `CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;`);
    expect(await applyMigrations(adminUrl, folders)).toEqual(['1_function']);
    expect(await ask('SELECT two()')).toEqual([{ two: 2 }]);
    expect(await ask('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')).toEqual([
      { migration_name: '1_function' },
    ]);
    expect(await applyMigrations(adminUrl, folders)).toEqual([]);
  });

  it('leaves nothing of one that fails, says why, and takes it when it is put right', async () => {
    await writeMigration('1_broken', 'CREATE TABLE half (id int); SELECT nonsense;');
    await expect(applyMigrations(adminUrl, folders)).rejects.toThrow('column "nonsense" does not exist');
    expect(await ask(`SELECT to_regclass('half') AS name`)).toEqual([{ name: null }]);
    await writeMigration('1_broken', 'CREATE TABLE half (id int);');
    expect(await applyMigrations(adminUrl, folders)).toEqual(['1_broken']);
  });

  it('lets several begin at once: one does the work', async () => {
    await writeMigration('1_slow', 'SELECT pg_sleep(0.2); CREATE TABLE once (id int);');
    const results = await Promise.all([1, 2, 3].map(() => applyMigrations(adminUrl, folders)));
    expect(results.flat()).toEqual(['1_slow']);
  });
});
