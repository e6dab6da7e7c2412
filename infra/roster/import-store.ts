import type { Dialect } from '../../domain/roster/dialects.ts';
import {
  importModes,
  type FileRefusal,
  type ImportAsk,
  type ImportMode,
  type ImportRowStatus,
  type ImportStatus,
} from '../../domain/roster/import-status.ts';
import type { RosterRunReport } from '../../domain/roster/messages.ts';
import type { SettledRow } from './settle-rows.ts';
import type { Connection, Queryable } from '../database/pool.ts';

/** An import as its row stands. */
export interface StoredImport {
  readonly id: string;
  readonly schoolId: string;
  readonly cohort: number;
  readonly fileKey: string;
  readonly status: ImportStatus;
  readonly uploadedBy: string;
  readonly uploadedByRole: string;
  readonly refusal: FileRefusal | null;
  readonly reachedRow: number;
  readonly validRows: number;
  readonly invalidRows: number;
  readonly existingRows: number;
  readonly importedRows: number;
  readonly warningCount: number;
  readonly changedRows: number;
  readonly returningCount: number;
  readonly dyingNumbers: number;
  readonly dialect: Dialect | null;
  readonly sectionsDecision: 'APPROVE' | 'REJECT' | null;
  readonly sectionsReason: string | null;
  readonly sectionsDecidedBy: string | null;
  readonly sectionsDecidedByRole: string | null;
  readonly sectionsDecidedAt: number | null;
  readonly sectionsDoneAt: number | null;
  readonly undoneBy: string | null;
  readonly undoneByRole: string | null;
  readonly undoReason: string | null;
  readonly undoneAt: number | null;
  readonly asked: ImportAsk | null;
}

/** What the upload is remembered with; the bytes are in the file store. */
export type NewImport = Pick<StoredImport, 'id' | 'schoolId' | 'cohort' | 'fileKey' | 'uploadedBy' | 'uploadedByRole'> & {
  readonly fileName: string;
  /** What the sweep starts where nobody else has; nothing unless given. */
  readonly asked?: ImportAsk;
};

const insertImport = `INSERT INTO "roster_import" ("id", "schoolId", "cohort", "fileKey", "fileName", "uploadedBy", "uploadedByRole", "uploadedAt", "asked", "askedAt")
  VALUES ($1, $2, $3, $4, $5, $6, $7, app_now(), $8, app_now())`;

/** Remembers an uploaded file as an import that has not begun. */
export async function insertRosterImport(database: Queryable, row: NewImport): Promise<void> {
  await database.query(insertImport, [
    row.id,
    row.schoolId,
    row.cohort,
    row.fileKey,
    row.fileName,
    row.uploadedBy,
    row.uploadedByRole,
    row.asked ?? null,
  ]);
}

/** The import as committed. */
export async function findRosterImport(database: Queryable, importId: string): Promise<StoredImport | undefined> {
  const { rows } = await database.query<StoredImport>('SELECT * FROM "roster_import" WHERE "id" = $1', [importId]);
  return rows[0];
}

const begin = `UPDATE "roster_import" SET "status" = $2, "reachedRow" = 0, "validRows" = 0, "invalidRows" = 0, "existingRows" = 0, "importedRows" = 0, "warningCount" = 0,
  "changedRows" = 0, "returningCount" = 0, "dyingNumbers" = 0, "refusal" = NULL, "finishedAt" = NULL
  WHERE "id" = $1 AND "status" = ANY($3)`;

/** Begins a run, or takes up the one that was left; an import that is past it, refused or cancelled is returned as it is. */
export async function beginRun(database: Queryable, importId: string, mode: ImportMode): Promise<StoredImport | undefined> {
  const { from, running } = importModes[mode];
  await database.query(begin, [importId, running, from]);
  return findRosterImport(database, importId);
}

/** Keeps every other worker from this run until the transaction ends. Undefined when the run is over or cancelled. */
export async function lockRun(
  connection: Connection,
  importId: string,
  mode: ImportMode,
): Promise<{ readonly reachedRow: number } | undefined> {
  const { rows } = await connection.query<{ reachedRow: number }>(
    'SELECT "reachedRow" FROM "roster_import" WHERE "id" = $1 AND "status" = $2 FOR UPDATE',
    [importId, importModes[mode].running],
  );
  return rows[0];
}

const advance = `UPDATE "roster_import" SET "reachedRow" = $2, "validRows" = "validRows" + $3, "invalidRows" = "invalidRows" + $4,
  "existingRows" = "existingRows" + $5, "importedRows" = "importedRows" + $6, "warningCount" = "warningCount" + $7, "changedRows" = "changedRows" + $8,
  "returningCount" = "returningCount" + $9, "dyingNumbers" = "dyingNumbers" + $10 WHERE "id" = $1`;

/** Moves the run past the rows of a chunk, in the transaction that has settled them. */
export async function advanceRun(connection: Connection, importId: string, reachedRow: number, rows: readonly SettledRow[]): Promise<void> {
  const count = (...statuses: readonly ImportRowStatus[]): number => rows.filter(({ status }) => statuses.includes(status)).length;
  const warnings = rows.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'WARNING').length;
  const returning = rows.filter(({ changes }) => changes?.returns === true).length;
  const dying = rows.reduce((sum, { changes }) => sum + (changes?.numbers ?? 0), 0);
  const values = [
    importId,
    reachedRow,
    count('VALID'),
    count('INVALID'),
    count('EXISTING'),
    count('IMPORTED', 'REMOVED'),
    warnings,
    count('CHANGED', 'UPDATED'),
    returning,
    dying,
  ];
  await connection.query({ name: 'advance-roster-import', text: advance, values });
}

/** How the headings of the file were understood. */
export async function storeDialect(database: Queryable, importId: string, dialect: Dialect): Promise<void> {
  await database.query('UPDATE "roster_import" SET "dialect" = $2 WHERE "id" = $1', [importId, dialect]);
}

/** Ends a run that has come to the end of the file, or whose file is refused; one that was cancelled meanwhile stays so. */
export async function endRun(database: Queryable, importId: string, mode: ImportMode, refusal: FileRefusal | null): Promise<void> {
  const { running, done } = importModes[mode];
  const status: ImportStatus = refusal === null ? done : 'REFUSED';
  await database.query(
    'UPDATE "roster_import" SET "status" = $3, "refusal" = $4, "finishedAt" = app_now() WHERE "id" = $1 AND "status" = $2',
    [importId, running, status, refusal && JSON.stringify(refusal)],
  );
}

/** Cells are about to be put right: the import is to be judged again. False while it is at work or the second person's word is being carried out, and when it is over. */
export async function markMended(connection: Connection, importId: string): Promise<boolean> {
  return (
    (
      await connection.query(
        `UPDATE "roster_import" SET "status" = 'MENDED', "asked" = 'VALIDATE', "askedAt" = app_now() WHERE "id" = $1 AND "status" IN ('VALIDATED', 'MENDED', 'IMPORTED') AND ("sectionsDecision" IS NULL OR "sectionsDoneAt" IS NOT NULL)`,
        [importId],
      )
    ).rowCount === 1
  );
}

/** A sheet whose headings were not understood is to be read again. False for any other import. */
export async function reopenRefused(connection: Connection, importId: string): Promise<boolean> {
  return (
    (
      await connection.query(
        `UPDATE "roster_import" SET "status" = 'UPLOADED', "asked" = 'VALIDATE', "askedAt" = app_now() WHERE "id" = $1
    AND ("status" IN ('UPLOADED', 'VALIDATED') OR "status" = 'REFUSED' AND "refusal" ->> 'code' IN ('COLUMN_MISSING', 'COLUMN_REPEATED', 'NO_HEADING_ROW'))`,
        [importId],
      )
    ).rowCount === 1
  );
}

/** After the trial run its good rows are asked for. False for any other import. */
export async function askForCommit(database: Queryable, importId: string): Promise<boolean> {
  return (
    (
      await database.query(
        `UPDATE "roster_import" SET "asked" = 'COMMIT', "askedAt" = app_now() WHERE "id" = $1 AND "status" = 'VALIDATED'`,
        [importId],
      )
    ).rowCount === 1
  );
}

/** Cancels an import that is not over; what it has put on the roster stays there. */
export async function cancelRosterImport(database: Queryable, importId: string): Promise<void> {
  await database.query(
    `UPDATE "roster_import" SET "status" = 'CANCELLED', "finishedAt" = app_now()
    WHERE "id" = $1 AND "status" NOT IN ('IMPORTED', 'UNDOING', 'UNDONE', 'REFUSED', 'CANCELLED')`,
    [importId],
  );
}

/** Counts and state, and nothing of what stands in the rows. */
export function reportOf(stored: StoredImport): RosterRunReport {
  const {
    status,
    validRows: valid,
    invalidRows: invalid,
    existingRows: existing,
    importedRows: imported,
    changedRows: changed,
    warningCount: warnings,
  } = stored;
  return {
    status,
    refusal: stored.refusal?.code ?? null,
    rows: valid + invalid + existing + imported + changed,
    valid,
    invalid,
    existing,
    imported,
    changed,
    warnings,
  };
}
