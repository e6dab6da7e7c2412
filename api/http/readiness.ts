import type { Queryable } from '../../infra/database/pool.ts';

/** True when the database answers. Temporal plays no part: a command is accepted without it and sent later. */
export async function isDatabaseServing(database: Queryable): Promise<boolean> {
  try {
    await database.query('SELECT 1');
    return true;
  } catch {
    return false;
  }
}
