import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { newFileKey } from '../../infra/storage/file-store.ts';
import { findRosterImport, insertRosterImport } from '../../infra/roster/import-store.ts';
import { defaultLimits } from '../../infra/spreadsheet/limits.ts';
import { readUpload } from '../evidence/read-upload.ts';
import { json } from '../http/answer.ts';
import { schoolOf } from '../http/jurisdiction.ts';
import { CohortText } from '../http/query-values.ts';
import { route } from '../http/route.ts';
import { RosterImport, rosterView } from './roster-view.ts';

const commit = z
  .enum(['AT_ONCE', 'LATER'])
  .optional()
  .meta({ description: 'LATER stops after the trial run; AT_ONCE, the default, also puts the good rows on the roster' });

/** R3, R4: the school uploads its roster; a workflow checks it row by row, puts the good rows on and starts their lifecycles. */
export const uploadRoster = route({
  method: 'post',
  path: '/api/rosters',
  right: { resource: 'roster', action: 'upload' },
  part: 'roster',
  status: 201,
  summary: 'Upload a roster (XLSX or CSV)',
  consumes: 'multipart/form-data',
  query: z.strictObject({ cohort: CohortText, commit }),
  reply: RosterImport,
  handle: async ({ deps, request, query, session, entitlements }) => {
    const { schoolId, role } = schoolOf(entitlements);
    await deps.rateLimits.take('uploadByAccount', session.accountId);
    const { bytes } = await readUpload(request, defaultLimits.fileBytes);
    const [id, fileKey] = [deps.newId(), newFileKey()];
    await deps.files.put(fileKey, bytes);
    const trialOnly = query.commit === 'LATER';
    await insertRosterImport(deps.pool, {
      id,
      schoolId,
      cohort: query.cohort,
      fileKey,
      fileName: 'roster',
      uploadedBy: session.accountId,
      uploadedByRole: role,
      asked: trialOnly ? 'TRIAL' : 'IMPORT',
    });
    await deps.startRosterImport(id, trialOnly);
    const stored = await findRosterImport(deps.pool, id);
    if (!stored) throw new RefusalError('NOT_FOUND');
    return json(await rosterView(deps.pool, stored), { status: 201, location: `/api/rosters/${id}` });
  },
});
