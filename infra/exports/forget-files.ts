import { statementRetentionDays } from '../../domain/exports/export.ts';
import type { Queryable } from '../database/pool.ts';
import type { FileStore } from '../storage/file-store.ts';

const pageSize = 500;
const expired = `SELECT "id", "fileKey" FROM "list_export" WHERE "status" = 'READY' AND "expiresAt" <= app_now() ORDER BY "expiresAt" LIMIT ${pageSize}`;
const old = `SELECT "contentKey" FROM "statement" WHERE "createdAt" <= app_now() - make_interval(days => ${statementRetentionDays}) ORDER BY "createdAt" LIMIT ${pageSize}`;

/**
 * Deletes exports and printed statements whose retention is over; evidence is kept by its own rule. The file goes before its row, so
 * that a crash in between leaves a row to come back to and never a file that nobody knows. Returns how many.
 */
export async function forgetFiles({ pool, files }: { pool: Queryable; files: FileStore }, progress: () => void): Promise<number> {
  let count = 0;
  for (;;) {
    const { rows: exports } = await pool.query<{ id: string; fileKey: string | null }>(expired);
    for (const { id, fileKey } of exports) {
      if (fileKey !== null) await files.delete(fileKey);
      await pool.query(`UPDATE "list_export" SET "status" = 'GONE', "fileKey" = NULL WHERE "id" = $1`, [id]);
    }
    const { rows: statements } = await pool.query<{ contentKey: string }>(old);
    for (const { contentKey } of statements) {
      await files.delete(contentKey);
      await pool.query('DELETE FROM "statement" WHERE "contentKey" = $1', [contentKey]);
    }
    progress();
    count += exports.length + statements.length;
    if (exports.length + statements.length === 0) return count;
  }
}
