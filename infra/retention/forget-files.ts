import { statementRetentionDays } from '../../domain/exports/export.ts';
import type { Queryable } from '../database/pool.ts';
import type { FileStore } from '../storage/file-store.ts';

interface Shelf {
  readonly pool: Queryable;
  readonly files: FileStore;
}

/** Files of one kind whose retention is over, a page at a time, and how their row is told that they are gone. */
interface Kind {
  readonly over: string;
  readonly gone: string;
}

const pageSize = 500;
const kinds: readonly Kind[] = [
  ...['list_export', 'print_batch'].map((table) => ({
    over: `SELECT "id"::text, "fileKey" FROM "${table}" WHERE "status" = 'READY' AND "expiresAt" <= app_now() ORDER BY "expiresAt" LIMIT ${pageSize}`,
    gone: `UPDATE "${table}" SET "status" = 'GONE', "fileKey" = NULL WHERE "id" = $1`,
  })),
  {
    over: `SELECT "contentKey" AS "id", "contentKey" AS "fileKey" FROM "statement" WHERE "createdAt" <= app_now() - make_interval(days => ${statementRetentionDays}) ORDER BY "createdAt" LIMIT ${pageSize}`,
    gone: 'DELETE FROM "statement" WHERE "contentKey" = $1',
  },
];

/**
 * Deletes exports, batches of papers and printed statements whose retention is over, and what was never written to its end. The file goes before its row, so that a crash in
 * between leaves a row to come back to and never a file that nobody knows. Returns how many.
 */
export async function forgetFiles(shelf: Shelf, progress: () => void): Promise<number> {
  let count = await shelf.files.forgetParts();
  for (const kind of kinds) {
    for (let forgotten = await forgetPage(shelf, kind); forgotten > 0; forgotten = await forgetPage(shelf, kind)) {
      count += forgotten;
      progress();
    }
  }
  return count;
}

async function forgetPage({ pool, files }: Shelf, { over, gone }: Kind): Promise<number> {
  const { rows } = await pool.query<{ id: string; fileKey: string | null }>(over);
  for (const { id, fileKey } of rows) {
    if (fileKey !== null) await files.delete(fileKey);
    await pool.query(gone, [id]);
  }
  return rows.length;
}
