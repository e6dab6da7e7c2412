import { z } from 'zod';
import type { Entitlement } from '../../domain/access/jurisdiction.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { ExportQuery } from '../../domain/exports/export.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { auditExport, findExport, storeExport, type StoredExport } from '../../infra/exports/export-store.ts';
import { file, json } from '../http/answer.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { deskOf, isAtDesk } from '../http/jurisdiction.ts';
import { route } from '../http/route.ts';
import { ExportView, exportView } from './export-view.ts';

const params = z.strictObject({ exportId: z.uuid() });

async function getExport(database: Queryable, entitlements: readonly Entitlement[], exportId: string): Promise<StoredExport> {
  const found = await findExport(database, exportId);
  if (!found || !isAtDesk(entitlements, found)) throw new RefusalError('NOT_FOUND');
  return found;
}

/** R40: the current query as a file, written by a worker. The same key again is the same export. */
export const makeExport = route({
  method: 'post',
  path: '/api/exports',
  right: { resource: 'transferExport', action: 'make' },
  part: 'exports',
  status: 201,
  summary: 'Export a transfer list (XLSX or CSV)',
  body: ExportQuery,
  reply: ExportView,
  handle: async ({ deps, body, session, entitlements, request }) => {
    const { schoolId, collegeId, role } = deskOf(entitlements, body.collegeId);
    const query = { ...body, collegeId };
    const id = deps.newId();
    const stored = await storeExport(deps.pool, {
      id,
      schoolId,
      collegeId,
      query,
      requestedBy: session.accountId,
      requestedByRole: role,
      idempotencyKey: idempotencyKeyOf(request),
    });
    if (stored.schoolId !== schoolId || canonicalJson(stored.query) !== canonicalJson(query))
      throw new RefusalError('IDEMPOTENCY_KEY_REUSED');
    if (stored.id === id) await auditExport(deps.pool, 'LIST_EXPORT_REQUESTED', { id: session.accountId, role }, stored);
    if (stored.status === 'WAITING') await deps.startExport(stored.id);
    return json(exportView(stored), { status: 201, location: `/api/exports/${stored.id}` });
  },
});

export const readExport = route({
  method: 'get',
  path: '/api/exports/:exportId',
  right: { resource: 'transferExport', action: 'read' },
  part: 'exports',
  summary: 'Whether an export is ready',
  params,
  reply: ExportView,
  handle: async ({ deps, params: { exportId }, entitlements }) => json(exportView(await getExport(deps.pool, entitlements, exportId))),
});

const mediaTypes = { XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', CSV: 'text/csv' } as const;

/** Each download is audited before the bytes leave. */
export const readExportFile = route({
  method: 'get',
  path: '/api/exports/:exportId/file',
  right: { resource: 'transferExport', action: 'read' },
  part: 'exports',
  produces: mediaTypes.XLSX,
  summary: 'The file of an export',
  params,
  handle: async ({ deps, params: { exportId }, session, entitlements }) => {
    const found = await getExport(deps.pool, entitlements, exportId);
    const bytes = found.fileKey === null ? undefined : await deps.files.get(found.fileKey);
    if (!bytes) throw new RefusalError('NOT_FOUND');
    await auditExport(
      deps.pool,
      'LIST_EXPORT_DOWNLOADED',
      { id: session.accountId, role: deskOf(entitlements, found.collegeId).role },
      found,
    );
    return file(bytes, mediaTypes[found.query.format], `transfer-list.${found.query.format.toLowerCase()}`);
  },
});
