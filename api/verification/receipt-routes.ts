import { z } from 'zod';
import { ReceiptOutcome, type Receipt } from '../../domain/verification/receipt.ts';
import { StatementKind } from '../../domain/grants/grant.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { readClock } from '../../infra/record/clock.ts';
import { json } from '../http/answer.ts';
import { Moment, momentOf } from '../http/moments.ts';
import { openRoute } from '../http/route.ts';
import { openSlip } from './receipt-slip.ts';

const Shown = z
  .object({
    id: z.uuid().meta({ description: 'Number of the receipt' }),
    entry: StatementKind,
    outcome: ReceiptOutcome,
    at: Moment,
    maskedName: z.string(),
  })
  .meta({ id: 'Receipt', description: 'Neither number nor full name' });

const shown = ({ at, ...receipt }: Receipt): z.input<typeof Shown> => ({ ...receipt, at: momentOf(at) });

const common = { method: 'post', right: { resource: 'verification', action: 'ask' }, part: 'verification' } as const;

/** A signed receipt for what was just answered; the slip came with the answer and lasts an hour. */
export const issueReceipt = openRoute({
  ...common,
  path: '/api/receipts',
  summary: 'A signed receipt of an answer',
  body: z.strictObject({ slip: z.string().min(1).max(1_000) }),
  reply: z.object({ receipt: Shown, signed: z.string().meta({ description: 'Compact JWS (RFC 7515); keys at /.well-known/jwks.json' }) }),
  handle: async ({ deps, body, address }) => {
    await deps.questions.count(address);
    const receipt = openSlip(deps.cookieCipher, body.slip, await readClock(deps.pool));
    if (!receipt) throw new RefusalError('RECEIPT_SLIP_UNKNOWN');
    return json({ receipt: shown(receipt), signed: await deps.receipts.sign(receipt) });
  },
});

/** Whether a receipt is ours, and what it says. What has become of the number since is another question. */
export const checkReceipt = openRoute({
  ...common,
  path: '/api/receipts/check',
  summary: 'Check a receipt',
  body: z.strictObject({ signed: z.string().trim().min(1).max(2_000) }),
  reply: z.discriminatedUnion('genuine', [z.object({ genuine: z.literal(true), receipt: Shown }), z.object({ genuine: z.literal(false) })]),
  handle: async ({ deps, body, address }) => {
    await deps.questions.count(address);
    const receipt = await deps.receipts.read(body.signed);
    return json(receipt ? { genuine: true as const, receipt: shown(receipt) } : { genuine: false as const });
  },
});
