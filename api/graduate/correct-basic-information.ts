import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { commandRoute, graduateParams, namedGraduate } from '../http/command-route.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { CorrectionBody } from './correction-body.ts';
import { readStanding } from './read-graduate.ts';
import { findEarlierCorrection } from './earlier-correction.ts';
import { sealCorrection } from './seal-correction.ts';

/** The school corrects what is its own (R7); identity fields are key fields (X12). `If-Match` guards against an edit in between. */
export const correctBasicInformation = commandRoute({
  method: 'post',
  path: '/api/graduates/:id/basic-information/correction',
  right: { resource: 'basicInformation', action: 'correct' },
  part: 'graduate',
  type: 'CORRECT_BASIC_INFORMATION',
  summary: 'Correct basic information',
  params: graduateParams,
  body: CorrectionBody,
  graduateOf: namedGraduate,
  payload: async ({ deps, body, graduateId, session, request, receivedAt }) => {
    const [{ state }, earlier] = await Promise.all([
      readStanding(deps, graduateId),
      findEarlierCorrection(deps.pool, session.accountId, idempotencyKeyOf(request)),
    ]);
    const seen = request.get('If-Match');
    if (!earlier && seen !== undefined && seen !== `"${state.version}"`) throw new RefusalError('RECORD_CHANGED');
    return sealCorrection(deps, state.basic, body, { graduateId, now: receivedAt, earlier });
  },
});
