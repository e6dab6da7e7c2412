import { z } from 'zod';
import { BulkReply, bulkLimit, submitMany } from '../commands/submit-many.ts';
import { findManyEntitled } from '../http/jurisdiction.ts';
import { route } from '../http/route.ts';

/** X31: a reminder to those chosen, at most once a day each; who has nothing to do is skipped and said so. */
export const remindGraduates = route({
  method: 'post',
  path: '/api/reminders',
  right: { resource: 'reminder', action: 'send' },
  part: 'graduate',
  command: true,
  summary: 'Remind graduates of what they have to do',
  body: z.strictObject({
    graduateIds: z
      .array(z.uuid())
      .min(1)
      .max(bulkLimit)
      .refine((ids) => new Set(ids).size === ids.length, { error: 'VALUE_WRONG' }),
  }),
  reply: BulkReply,
  handle: async (context) => {
    const {
      deps,
      body: { graduateIds },
    } = context;
    const rolesOf = await findManyEntitled(deps.pool, context, graduateIds);
    return submitMany(
      context,
      'REMIND',
      graduateIds.map((id) => ({
        target: id,
        graduateId: rolesOf.has(id) ? id : undefined,
        role: rolesOf.get(id)?.[0],
        payload: async () => ({}),
      })),
    );
  },
});
