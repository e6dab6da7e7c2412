import { exportRetentionDays, type ExportQuery, type exportStatuses } from '../../domain/exports/export.ts';
import type { Queryable } from '../database/pool.ts';
import { emptyDigest } from '../record/audit-rows.ts';
import { storeOnce } from '../record/store-once.ts';

export interface StoredExport {
  readonly id: string;
  readonly schoolId: string;
  readonly collegeId: string | null;
  readonly query: ExportQuery;
  readonly requestedBy: string;
  readonly requestedByRole: string;
  readonly requestedAt: number;
  readonly status: (typeof exportStatuses)[number];
  readonly fileKey: string | null;
  /** Everything in the file is as it was at this instant. */
  readonly snapshotAt: number | null;
  readonly rowCount: number | null;
  readonly expiresAt: number | null;
}

export const exportColumns =
  '"id", "schoolId", "collegeId", "query", "requestedBy", "requestedByRole", "requestedAt", "status", "fileKey", "snapshotAt", "rowCount", "expiresAt"';

export type NewExport = Pick<StoredExport, 'id' | 'schoolId' | 'collegeId' | 'query' | 'requestedBy' | 'requestedByRole'> & {
  readonly idempotencyKey: string;
};

/** The same key of the same person is the export that is there. */
export const storeExport = (
  database: Queryable,
  { id, schoolId, collegeId, query, requestedBy, requestedByRole, idempotencyKey }: NewExport,
): Promise<StoredExport> =>
  storeOnce(database, 'list_export', exportColumns, { id, schoolId, collegeId, query, requestedBy, requestedByRole, idempotencyKey });

export async function findExport(database: Queryable, exportId: string): Promise<StoredExport | undefined> {
  return (await database.query<StoredExport>(`SELECT ${exportColumns} FROM "list_export" WHERE "id" = $1`, [exportId])).rows[0];
}

const finish = `UPDATE "list_export" SET "status" = 'READY', "fileKey" = $2, "snapshotAt" = $3, "rowCount" = $4, "expiresAt" = app_now() + make_interval(days => ${exportRetentionDays})
  WHERE "id" = $1 AND "status" = 'WAITING'`;

/** False when another run has finished it meanwhile. */
export async function finishExport(
  database: Queryable,
  exportId: string,
  fileKey: string,
  snapshotAt: number,
  rowCount: number,
): Promise<boolean> {
  return (await database.query(finish, [exportId, fileKey, new Date(snapshotAt), rowCount])).rowCount === 1;
}

const audit = `INSERT INTO "audit_event" ("at", "actor", "actorRole", "action", "schoolId", "fields", "digest") VALUES (app_now(), $1, $2, $3, $4, $5, '${emptyDigest}')`;

/** Who took which list with how many rows: an export is a copy of personal data that leaves the house. */
export async function auditExport(
  database: Queryable,
  action: 'LIST_EXPORT_REQUESTED' | 'LIST_EXPORT_DOWNLOADED',
  actor: { readonly id: string; readonly role: string },
  { id, schoolId, query, rowCount }: StoredExport,
): Promise<void> {
  await database.query(audit, [
    actor.id,
    actor.role,
    action,
    schoolId,
    [id, query.kind, query.format, String(query.cohort), String(rowCount ?? '')],
  ]);
}
