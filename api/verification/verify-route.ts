import { z } from 'zod';
import { StatementKind } from '../../domain/grants/grant.ts';
import { DossierTransfer, HukouTransfer, StatementBasics, StatementDestination } from '../../domain/statements/statement-content.ts';
import { maskPersonName, ReceiptOutcome } from '../../domain/verification/receipt.ts';
import type { Verification, VerifiedRecord } from '../../domain/verification/verification.ts';
import { readClock } from '../../infra/record/clock.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { json } from '../http/answer.ts';
import { deadlineOf, Moment, momentOf } from '../http/moments.ts';
import { invalidRequest } from '../http/refusals.ts';
import { openRoute } from '../http/route.ts';
import { answerNumber } from './answer-number.ts';
import { placeOf } from './place-of.ts';
import { sealSlip } from './receipt-slip.ts';

const Entry = z.enum(['dossier', 'hukou']);
const kindOf = { dossier: 'DOSSIER', hukou: 'HUKOU' } as const;

/** Either name and number as typed, or the token of a scan. In the body and never in the address: addresses are logged. */
const Question = z.strictObject({
  name: z.string().trim().min(1, { error: 'REQUIRED' }).max(100).optional(),
  number: z.string().trim().min(1, { error: 'REQUIRED' }).max(60).optional(),
  token: z
    .string()
    .min(1)
    .max(1000)
    .optional()
    .meta({ description: 'From the fragment of a scanned address; replaces name and number (X23)' }),
  proof: z
    .strictObject({ challenge: z.string().max(120), counter: z.int().min(0) })
    .optional()
    .meta({ description: 'The solution of the challenge that came with CHALLENGE_REQUIRED' }),
});

const Shown = z
  .object({
    kind: StatementKind,
    numberKind: z.enum(['VERIFICATION', 'TRANSFER']),
    basics: StatementBasics,
    destination: StatementDestination.nullable(),
    transfer: z.union([DossierTransfer, HukouTransfer]).nullable().meta({ description: 'null when the section was not registered (R46)' }),
    issuedAt: Moment,
    validUntil: Moment,
    changedSince: Moment.nullable().meta({ description: 'When something unimportant was approved since (X24)' }),
  })
  .meta({ id: 'VerifiedRecord' });

const receipt = { slip: z.string().meta({ description: 'For a receipt within the hour, at /api/receipts' }), checkedAt: Moment };

const Reply = z
  .discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('VALID'), record: Shown, ...receipt }),
    z.object({ outcome: ReceiptOutcome.exclude(['VALID']), ...receipt }),
    z.object({ outcome: z.literal('NOT_FOUND') }),
  ])
  .meta({ id: 'Verification' });

/** R49–R51: each kind in its entry. A wrong name and an unknown number have one answer. */
export const verify = openRoute({
  method: 'post',
  path: '/api/verification/:entry',
  right: { resource: 'verification', action: 'ask' },
  part: 'verification',
  summary: 'Verify a number',
  params: z.strictObject({ entry: Entry }),
  body: Question,
  reply: Reply,
  handle: async ({ deps, params, body, address, request }) => {
    await deps.questions.count(address);
    const entry = kindOf[params.entry];
    const place = placeOf(request, deps.config.verification.placeHeader);
    const { name, number, token, proof } = body;
    const answer = (way: 'NUMBER' | 'SCAN', verification: Verification) => {
      deps.metrics.countVerification(params.entry, way, verification.outcome);
      return json(replyOf(deps, entry, verification));
    };
    if (token !== undefined) {
      if (name !== undefined || number !== undefined) throw invalidRequest({ field: 'token', code: 'VALUE_WRONG' });
      return answer('SCAN', await deps.verification.byToken({ entry, now: await readClock(deps.pool), place }, token));
    }
    if (name === undefined) throw invalidRequest({ field: 'name', code: 'REQUIRED' });
    if (number === undefined) throw invalidRequest({ field: 'number', code: 'REQUIRED' });
    return answer('NUMBER', await answerNumber(deps, { entry, name, number, proof, address, place }));
  },
});

function replyOf({ cookieCipher, newId }: ApiDependencies, entry: StatementKind, verification: Verification): z.input<typeof Reply> {
  const { outcome } = verification;
  if (outcome === 'NOT_FOUND') return { outcome };
  const { name, at } = verification;
  const kept = {
    slip: sealSlip(cookieCipher, { id: newId(), entry, outcome, at, maskedName: maskPersonName(name) }),
    checkedAt: momentOf(at),
  };
  return outcome === 'VALID' ? { outcome, record: shown(verification.record), ...kept } : { outcome, ...kept };
}

function shown({ issuedAt, deadline, changedSince, ...record }: VerifiedRecord): z.input<typeof Shown> {
  return {
    ...record,
    issuedAt: momentOf(issuedAt),
    validUntil: deadlineOf(deadline),
    changedSince: changedSince === null ? null : momentOf(changedSince),
  };
}
