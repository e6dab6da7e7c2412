import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { TransferNumberQuery } from '../../domain/transfer-numbers/batch.ts';
import type { Entitlement } from '../../domain/access/jurisdiction.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { cancelBatch, findBatch, storeBatch, type StoredBatch } from '../../infra/transfer-numbers/batch-store.ts';
import { json } from '../http/answer.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { deskOf, isAtDesk } from '../http/jurisdiction.ts';
import { route } from '../http/route.ts';
import { BatchView, batchView } from './batch-view.ts';

const right = { resource: 'transferNumber', action: 'issue' } as const;
export const batchParams = z.strictObject({ batchId: z.uuid() });

/** The batch, inside the jurisdiction. Throws NOT_FOUND. */
export async function getBatch(database: Queryable, entitlements: readonly Entitlement[], batchId: string): Promise<StoredBatch> {
  const batch = await findBatch(database, batchId);
  if (!batch || !isAtDesk(entitlements, batch)) throw new RefusalError('NOT_FOUND');
  return batch;
}

/** 批量生成/重新生成转递编号 (R38, R39): what is missing or dead, nothing else. The same key again is the same batch, and starts it where it was lost. */
export const issueTransferNumbers = route({
  method: 'post',
  path: '/api/transfer-number-batches',
  right,
  part: 'transfer-numbers',
  status: 201,
  summary: 'Issue the transfer numbers of a query',
  body: TransferNumberQuery,
  reply: BatchView,
  handle: async ({ deps, body, session, entitlements, receivedAt, request }) => {
    const { schoolId, collegeId, role } = deskOf(entitlements, body.collegeId);
    const query = { ...body, schoolId, collegeId };
    const batch = await storeBatch(deps.pool, {
      ...query,
      id: deps.newId(),
      requestedBy: session.accountId,
      requestedByRole: role,
      requestedAt: receivedAt,
      idempotencyKey: idempotencyKeyOf(request),
    });
    if ((Object.keys(query) as (keyof typeof query)[]).some((name) => batch[name] !== query[name]))
      throw new RefusalError('IDEMPOTENCY_KEY_REUSED');
    if (batch.status === 'RUNNING') await deps.startTransferNumberBatch(batch.id);
    return json(await batchView(deps.pool, batch), { status: 201, location: `/api/transfer-number-batches/${batch.id}` });
  },
});

export const readTransferNumberBatch = route({
  method: 'get',
  path: '/api/transfer-number-batches/:batchId',
  right,
  part: 'transfer-numbers',
  summary: 'How far a batch of transfer numbers is',
  params: batchParams,
  reply: BatchView,
  handle: async ({ deps, params, entitlements }) =>
    json(await batchView(deps.pool, await getBatch(deps.pool, entitlements, params.batchId))),
});

/** It stops between two parts; what it has issued stays. The run looks in the record, so this needs no Temporal. */
export const cancelTransferNumberBatch = route({
  method: 'post',
  path: '/api/transfer-number-batches/:batchId/cancellation',
  right,
  part: 'transfer-numbers',
  summary: 'Cancel a batch of transfer numbers',
  params: batchParams,
  body: z.strictObject({}),
  reply: BatchView,
  handle: async ({ deps, params, entitlements }) => {
    await getBatch(deps.pool, entitlements, params.batchId);
    await cancelBatch(deps.pool, params.batchId);
    return json(await batchView(deps.pool, await getBatch(deps.pool, entitlements, params.batchId)));
  },
});
