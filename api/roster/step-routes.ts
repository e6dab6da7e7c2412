import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { askForCommit, cancelRosterImport } from '../../infra/roster/import-store.ts';
import { json } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { getOwnImport, RosterImport, rosterView } from './roster-view.ts';

const params = z.strictObject({ id: z.uuid() });

/** After the trial run: the good rows go on the roster, those put right included; rows that are there stay as they are. */
export const commitRoster = route({
  method: 'post',
  path: '/api/rosters/:id/commit',
  right: { resource: 'roster', action: 'upload' },
  part: 'roster',
  summary: 'Put the good rows of a roster on',
  params,
  reply: RosterImport,
  handle: async ({ deps, params: { id }, entitlements }) => {
    await getOwnImport(deps.pool, id, entitlements);
    if (!(await askForCommit(deps.pool, id))) throw new RefusalError('IMPORT_BUSY');
    await deps.startRosterStep(id, 'COMMIT');
    return json(await rosterView(deps.pool, await getOwnImport(deps.pool, id, entitlements)));
  },
});

/** A run stops between two chunks; who is on the roster by then stays. */
export const cancelRoster = route({
  method: 'post',
  path: '/api/rosters/:id/cancellation',
  right: { resource: 'roster', action: 'upload' },
  part: 'roster',
  summary: 'Cancel a roster import that is not over',
  params,
  reply: RosterImport,
  handle: async ({ deps, params: { id }, entitlements }) => {
    await getOwnImport(deps.pool, id, entitlements);
    await cancelRosterImport(deps.pool, id);
    return json(await rosterView(deps.pool, await getOwnImport(deps.pool, id, entitlements)));
  },
});
