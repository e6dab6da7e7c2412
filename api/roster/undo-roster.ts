import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { beginUndo, previewUndo } from '../../infra/roster/undo-store.ts';
import { json } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { getOwnImport, RosterImport, rosterView } from './roster-view.ts';

const params = z.strictObject({ id: z.uuid() });
const Preview = z
  .object({
    graduates: z.int().meta({ description: 'Put on the roster by this import' }),
    acted: z.int().meta({ description: 'Of these, on whom somebody has acted: above 0 the import cannot be taken back' }),
    updated: z.int().meta({ description: 'Were there before and were changed: they stay as they are' }),
  })
  .meta({ id: 'RosterUndoPreview' });

/** What taking an import back would mean. */
export const previewRosterUndo = route({
  method: 'get',
  path: '/api/rosters/:id/undo',
  right: { resource: 'roster', action: 'upload' },
  part: 'roster',
  summary: 'What undoing an import would mean',
  params,
  reply: Preview,
  handle: async ({ deps, params: { id }, entitlements }) => {
    await getOwnImport(deps.pool, id, entitlements);
    return json({ ...(await previewUndo(deps.pool, id)) });
  },
});

/** An import is taken back as a whole while nobody has acted on anyone it brought. */
export const undoRoster = route({
  method: 'post',
  path: '/api/rosters/:id/undo',
  right: { resource: 'roster', action: 'upload' },
  part: 'roster',
  summary: 'Undo an import as a whole',
  params,
  body: z.strictObject({ reason: plainText(1, 200) }),
  reply: RosterImport,
  handle: async ({ deps, params: { id }, body: { reason }, session, entitlements }) => {
    const stored = await getOwnImport(deps.pool, id, entitlements);
    const role = entitlements.find(({ holding }) => holding.schoolId === stored.schoolId)?.holding.role ?? 'SCHOOL_ADMIN';
    const begun = await beginUndo(deps.pool, id, { by: session.accountId, role, reason });
    if (begun === 'ACTED') throw new RefusalError('IMPORT_ACTED_ON');
    if (begun === 'OTHER_STATUS') throw new RefusalError('IMPORT_BUSY');
    await deps.startRosterStep(id, 'UNDO');
    return json(await rosterView(deps.pool, await getOwnImport(deps.pool, id, entitlements)));
  },
});
