import type { Queryable } from '../database/pool.ts';

/** The record's clock in milliseconds: the database's, so that replicas agree (X13), moved forward in development only. */
export async function readClock(database: Queryable): Promise<number> {
  const { rows } = await database.query<{ now: number }>({ name: 'clock', text: 'SELECT app_now() AS now' });
  const [row] = rows;
  if (!row) throw new Error('the clock gave no answer');
  return row.now;
}

/** How far the development clock stands ahead, in milliseconds; 0 in production. */
export async function readClockOffset(database: Queryable): Promise<number> {
  const { rows } = await database.query<{ offsetMs: number }>('SELECT "offsetMs" FROM "development_clock"');
  return rows[0]?.offsetMs ?? 0;
}

/** Production runs on real time: a clock that has been moved means that this is not a production database. */
export async function refuseMovedClock(database: Queryable): Promise<void> {
  if ((await readClockOffset(database)) > 0) throw new Error('the clock of this database has been moved: not for production');
}
