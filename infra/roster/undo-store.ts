import { inTransaction } from '../database/transaction.ts';
import type { Pool, Queryable } from '../database/pool.ts';

/** Somebody has acted on a graduate once there is a command, whoever gave it, or once a second person has decided on what the import brought. */
const hasActed = `(EXISTS (SELECT FROM "command" c WHERE c."graduateId" = r."graduateId")
  OR EXISTS (SELECT FROM "section_version" v WHERE v."graduateId" = r."graduateId" AND (v."source" <> 'IMPORT' OR v."schoolDecidedBy" IS NOT NULL OR v."collegeDecidedBy" IS NOT NULL)))`;

const preview = `SELECT count(*) FILTER (WHERE r."status" = 'IMPORTED') AS "graduates", count(*) FILTER (WHERE r."status" = 'IMPORTED' AND ${hasActed}) AS "acted",
  count(*) FILTER (WHERE r."status" = 'UPDATED') AS "updated" FROM "roster_import_row" r WHERE r."importId" = $1`;

/** What taking an import back would mean. Graduates who were there before and were only changed by it stay as they are now. */
export interface UndoPreview {
  readonly graduates: number;
  readonly acted: number;
  readonly updated: number;
}

export async function previewUndo(database: Queryable, importId: string): Promise<UndoPreview> {
  const {
    rows: [row],
  } = await database.query<UndoPreview>(preview, [importId]);
  return row ?? { graduates: 0, acted: 0, updated: 0 };
}

const begin = `UPDATE "roster_import" SET "status" = 'UNDOING', "asked" = 'UNDO', "askedAt" = app_now(), "undoneBy" = $2, "undoneByRole" = $3, "undoReason" = $4 WHERE "id" = $1 AND "status" IN ('IMPORTED', 'CANCELLED', 'UNDOING')`;

/** Begins to take an import back; refused once somebody has acted on anyone it brought: then graduates are removed one by one. */
export function beginUndo(
  pool: Pool,
  importId: string,
  { by, role, reason }: { by: string; role: string; reason: string },
): Promise<'BEGUN' | 'ACTED' | 'OTHER_STATUS'> {
  return inTransaction(pool, async (connection) => {
    await connection.query('SELECT FROM "roster_import" WHERE "id" = $1 FOR UPDATE', [importId]);
    if ((await previewUndo(connection, importId)).acted > 0) return 'ACTED';
    return (await connection.query(begin, [importId, by, role, reason])).rowCount === 1 ? 'BEGUN' : 'OTHER_STATUS';
  });
}

const selectNext = `SELECT r."rowNumber", r."graduateId" FROM "roster_import_row" r
  WHERE r."importId" = $1 AND r."rowNumber" > $2 AND r."status" = 'IMPORTED' ORDER BY r."rowNumber" LIMIT 200`;

/** Rows whose graduates are still on the roster, after the row given. */
export async function findRowsToUndo(
  database: Queryable,
  importId: string,
  after: number,
): Promise<readonly { readonly rowNumber: number; readonly graduateId: string }[]> {
  return (
    await database.query<{ rowNumber: number; graduateId: string }>({ name: 'rows-to-undo', text: selectNext, values: [importId, after] })
  ).rows;
}

/** True when somebody has acted on the graduate meanwhile; with the graduate's row locked nobody can any more. */
export async function hasBeenActedOn(connection: Queryable, graduateId: string): Promise<boolean> {
  const {
    rows: [row],
  } = await connection.query<{ acted: boolean }>(`SELECT ${hasActed} AS "acted" FROM (SELECT $1::uuid AS "graduateId") r`, [graduateId]);
  return row?.acted ?? false;
}

/** The graduate of a row is off the roster. */
export async function markRemoved(connection: Queryable, importId: string, rowNumber: number): Promise<void> {
  await connection.query(`UPDATE "roster_import_row" SET "status" = 'REMOVED' WHERE "importId" = $1 AND "rowNumber" = $2`, [
    importId,
    rowNumber,
  ]);
}

/** The import has been taken back. */
export async function endUndo(database: Queryable, importId: string): Promise<void> {
  await database.query(`UPDATE "roster_import" SET "status" = 'UNDONE', "undoneAt" = app_now() WHERE "id" = $1 AND "status" = 'UNDOING'`, [
    importId,
  ]);
}
