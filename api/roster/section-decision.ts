import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { storeSectionsDecision } from '../../infra/roster/section-batch.ts';
import { json } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { getOwnImport, RosterImport, rosterView } from './roster-view.ts';

const Body = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('APPROVE') }),
  z.strictObject({ decision: z.literal('REJECT'), reason: plainText(1, 500) }),
]);

/** X19: a second person of the school says yes or no to all sections that an import brought; nobody to their own. */
export const decideRosterSections = route({
  method: 'post',
  path: '/api/rosters/:id/sections/decision',
  right: { resource: 'roster', action: 'approve' },
  part: 'roster',
  summary: 'Approve or reject the sections of an import as a whole',
  params: z.strictObject({ id: z.uuid() }),
  body: Body,
  reply: RosterImport,
  handle: async ({ deps, params: { id }, body, session, entitlements, receivedAt }) => {
    const stored = await getOwnImport(deps.pool, id, entitlements);
    if (stored.uploadedBy === session.accountId) throw new RefusalError('SELF_REVIEW', { clause: 'X19' });
    const role = entitlements.find(({ holding }) => holding.schoolId === stored.schoolId)?.holding.role ?? 'SCHOOL_REVIEWER';
    const reason = body.decision === 'REJECT' ? body.reason : null;
    const isStored = await storeSectionsDecision(deps.pool, id, {
      decision: body.decision,
      reason,
      by: session.accountId,
      role,
      at: receivedAt,
    });
    if (!isStored) throw new RefusalError('IMPORT_BUSY');
    await deps.startRosterStep(id, 'DECIDE_SECTIONS');
    return json(await rosterView(deps.pool, await getOwnImport(deps.pool, id, entitlements)));
  },
});
