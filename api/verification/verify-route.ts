import { z } from 'zod';
import { StatementKind } from '../../domain/grants/grant.ts';
import { normaliseNumber } from '../../domain/numbers/read-number.ts';
import { DossierTransfer, HukouTransfer, StatementBasics, StatementDestination } from '../../domain/statements/statement-content.ts';
import type { Verification, VerifiedRecord } from '../../domain/verification/verification.ts';
import { readClock } from '../../infra/record/clock.ts';
import { json } from '../http/answer.ts';
import { deadlineOf, Moment, momentOf } from '../http/moments.ts';
import { invalidRequest } from '../http/refusals.ts';
import { openRoute } from '../http/route.ts';

const Entry = z.enum(['dossier', 'hukou']);
const kindOf = { dossier: 'DOSSIER', hukou: 'HUKOU' } as const;

/** Either name and number as typed, or the token of a scan. In the body and never in the address: addresses are logged. */
const Question = z.strictObject({
  name: z.string().trim().min(1, { error: 'REQUIRED' }).max(100).optional(),
  number: z.string().trim().min(1, { error: 'REQUIRED' }).max(60).optional(),
  token: z.string().min(1).max(1000).optional().meta({ description: 'From the fragment of a scanned address; replaces name and number (X23)' }),
});

const Shown = z.object({
  kind: StatementKind,
  numberKind: z.enum(['VERIFICATION', 'TRANSFER']),
  basics: StatementBasics,
  destination: StatementDestination.nullable(),
  transfer: z.union([DossierTransfer, HukouTransfer]).nullable().meta({ description: 'null when the section was not registered (R46)' }),
  issuedAt: Moment,
  validUntil: Moment,
  changedSince: Moment.nullable().meta({ description: 'When something unimportant was approved since (X24)' }),
}).meta({ id: 'VerifiedRecord' });

const Reply = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('VALID'), record: Shown }),
  z.object({ outcome: z.enum(['NOT_FOUND', 'INVALIDATED', 'EXPIRED', 'CLOSED', 'SERVICE_ENDED']) }),
]).meta({ id: 'Verification' });

/** R49–R51: each kind in its entry. A wrong name and an unknown number have one answer. */
export const verify = openRoute({
  method: 'post', path: '/api/verification/:entry', right: { resource: 'verification', action: 'ask' }, part: 'verification',
  summary: 'Verify a number', params: z.strictObject({ entry: Entry }), body: Question, reply: Reply,
  handle: async ({ deps, params, body, address }) => {
    await deps.rateLimits.take('verificationByAddress', address);
    const now = await readClock(deps.pool);
    const entry = kindOf[params.entry];
    const { name, number, token } = body;
    if (token !== undefined) {
      if (name !== undefined || number !== undefined) throw invalidRequest({ field: 'token', code: 'VALUE_WRONG' });
      return json(replyOf(await deps.verification.byToken(entry, token, now)));
    }
    if (name === undefined) throw invalidRequest({ field: 'name', code: 'REQUIRED' });
    if (number === undefined) throw invalidRequest({ field: 'number', code: 'REQUIRED' });
    await deps.rateLimits.take('verificationByNumber', normaliseNumber(number));
    return json(replyOf(await deps.verification.byNumber(entry, name, number, now)));
  },
});

function replyOf(verification: Verification): z.input<typeof Reply> {
  return verification.outcome === 'VALID' ? { outcome: 'VALID', record: shown(verification.record) } : { outcome: verification.outcome };
}

function shown({ issuedAt, deadline, changedSince, ...record }: VerifiedRecord): z.input<typeof Shown> {
  return { ...record, issuedAt: momentOf(issuedAt), validUntil: deadlineOf(deadline), changedSince: changedSince === null ? null : momentOf(changedSince) };
}
