import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';

/** Where schema and migrations are kept; tests may name other folders. */
export interface MigrationFolders {
  schema: string;
  migrations: string;
}

/** The folders of this project. */
export const projectFolders: MigrationFolders = {
  schema: join(projectRoot, 'prisma', 'schema'),
  migrations: join(projectRoot, 'prisma', 'migrations'),
};

/** Reads the schema, a folder of `.prisma` files, in the order of their names. */
export async function readSchema(folder: string): Promise<SchemasContainer> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort();
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), content: await readFile(join(folder, name), 'utf8') })),
  );
  return { files };
}

/** Reads the migrations, one folder each with a `migration.sql`, in the order of their names. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(folder, path, 'migration.sql'), 'utf8') },
      },
    })),
  );
  const content = await readFile(join(folder, 'migration_lock.toml'), 'utf8').catch(() => null);
  return { baseDir: folder, lockfile: { path: 'migration_lock.toml', content }, shadowDbInitScript: '', migrationDirectories };
}
