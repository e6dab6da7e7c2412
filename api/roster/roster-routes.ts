import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { ImportStatus } from '../../domain/roster/import-status.ts';
import { newFileKey } from '../../infra/storage/file-store.ts';
import { findRosterImport, insertRosterImport, reportOf } from '../../infra/roster/import-store.ts';
import { defaultLimits } from '../../infra/spreadsheet/limits.ts';
import { readUpload } from '../evidence/read-upload.ts';
import { json } from '../http/answer.ts';
import { schoolOf } from '../http/jurisdiction.ts';
import { CohortText } from '../http/query-values.ts';
import { route } from '../http/route.ts';

const count = z.int().min(0);
const RosterImport = z.object({
  id: z.uuid(), status: ImportStatus, refusal: z.string().nullable(),
  rows: count, valid: count, invalid: count, existing: count, imported: count, warnings: count,
}).meta({ id: 'RosterImport' });

/** R3, R4: the school uploads its roster; a workflow checks it row by row, puts the good rows on and starts their lifecycles. */
export const uploadRoster = route({
  method: 'post', path: '/api/rosters', right: { resource: 'roster', action: 'upload' }, part: 'roster', status: 201,
  summary: 'Upload a roster (XLSX)', consumes: 'multipart/form-data', query: z.strictObject({ cohort: CohortText }), reply: RosterImport,
  handle: async ({ deps, request, query, session, entitlements }) => {
    const { schoolId, role } = schoolOf(entitlements);
    await deps.rateLimits.take('uploadByAccount', session.accountId);
    const { bytes } = await readUpload(request, defaultLimits.fileBytes);
    const [id, fileKey] = [deps.newId(), newFileKey()];
    await deps.files.put(fileKey, bytes);
    await insertRosterImport(deps.pool, { id, schoolId, cohort: query.cohort, fileKey, fileName: 'roster.xlsx', uploadedBy: session.accountId, uploadedByRole: role });
    await deps.startRosterImport(id);
    const stored = await findRosterImport(deps.pool, id);
    if (!stored) throw new RefusalError('NOT_FOUND');
    return json({ id, ...reportOf(stored) }, { status: 201, location: `/api/rosters/${id}` });
  },
});

/** Where an import stands. */
export const readRoster = route({
  method: 'get', path: '/api/rosters/:id', right: { resource: 'roster', action: 'read' }, part: 'roster',
  summary: 'Progress of a roster import', params: z.strictObject({ id: z.uuid() }), reply: RosterImport,
  handle: async ({ deps, params: { id }, entitlements }) => {
    const stored = await findRosterImport(deps.pool, id);
    if (!stored || !entitlements.some(({ holding }) => holding.schoolId === stored.schoolId)) throw new RefusalError('NOT_FOUND');
    return json({ id, ...reportOf(stored) });
  },
});
