import { z } from 'zod';
import { onePersonFields } from '../../domain/graduate/basic-correction.ts';
import { BulkReply, bulkLimit, submitMany } from '../commands/submit-many.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { findManyEntitled } from '../http/jurisdiction.ts';
import { route } from '../http/route.ts';
import { CorrectionBody } from './correction-body.ts';
import { findEarlierCorrection } from './earlier-correction.ts';
import { readStanding } from './read-graduate.ts';
import { sealCorrection } from './seal-correction.ts';

/** The same correction of many graduates, say of a major that was written wrongly. */
export const ManyCorrections = z
  .strictObject({
    graduateIds: z
      .array(z.uuid())
      .min(1)
      .max(bulkLimit)
      .refine((ids) => new Set(ids).size === ids.length, { error: 'VALUE_WRONG' }),
    ...CorrectionBody.shape,
  })
  .superRefine(({ graduateIds, changes }, context) => {
    const wrong = graduateIds.length === 1 ? [] : Object.keys(changes).filter((field) => onePersonFields.includes(field));
    for (const field of wrong) context.addIssue({ code: 'custom', path: ['changes', field], message: 'VALUE_WRONG' });
  });

/** R7: each its own correction with its own outcome. */
export const correctMany = route({
  method: 'post',
  path: '/api/basic-information/corrections',
  right: { resource: 'basicInformation', action: 'correct' },
  part: 'graduate',
  command: true,
  summary: 'Correct the basic information of many',
  body: ManyCorrections,
  reply: BulkReply,
  handle: async (context) => {
    const {
      deps,
      session,
      request,
      receivedAt,
      body: { graduateIds, ...correction },
    } = context;
    const rolesOf = await findManyEntitled(deps.pool, context, graduateIds);
    return submitMany(
      context,
      'CORRECT_BASIC_INFORMATION',
      graduateIds.map((id) => ({
        target: id,
        graduateId: rolesOf.has(id) ? id : undefined,
        role: rolesOf.get(id)?.[0],
        payload: async () => {
          const [{ state }, earlier] = await Promise.all([
            readStanding(deps, id),
            findEarlierCorrection(deps.pool, session.accountId, `${idempotencyKeyOf(request)}:${id}`),
          ]);
          return sealCorrection(deps, state.basic, correction, { graduateId: id, now: receivedAt, earlier });
        },
      })),
    );
  },
});
