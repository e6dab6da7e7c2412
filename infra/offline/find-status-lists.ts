import type { Queryable } from '../database/pool.ts';

export interface StoredList {
  readonly list: number;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Which lists are published. */
export async function listStatusLists(database: Queryable): Promise<StoredList[]> {
  const { rows } = await database.query<StoredList>('SELECT "list", "issuedAt", "expiresAt" FROM "status_list" ORDER BY "list"');
  return rows;
}

/** A list as it was published: the same bytes on every replica. */
export async function findStatusList(database: Queryable, list: number): Promise<(StoredList & { readonly content: Buffer }) | undefined> {
  const { rows } = await database.query<StoredList & { content: Buffer }>({
    name: 'status-list',
    text: 'SELECT "list", "issuedAt", "expiresAt", "content" FROM "status_list" WHERE "list" = $1',
    values: [list],
  });
  return rows[0];
}
