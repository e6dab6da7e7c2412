import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts } from './ports.ts';
import { startPostgres, type Postgres } from './postgres.ts';

/** Runs work on an empty database that is gone afterwards. */
export async function withTemporaryPostgres<T>(work: (postgres: Postgres) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'quxiang-postgres-'));
  await chmod(directory, 0o711);
  try {
    const [port = 0] = await findFreePorts(1);
    const postgres = await startPostgres({ directory, port, durable: false });
    try {
      return await work(postgres);
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
