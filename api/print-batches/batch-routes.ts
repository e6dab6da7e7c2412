import { z } from 'zod';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { PrintQuery } from '../../domain/print-batches/print-batch.ts';
import {
  auditPrintBatch,
  cancelPrintBatch,
  findPrintBatch,
  resumePrintBatch,
  storePrintBatch,
  type StoredPrintBatch,
} from '../../infra/print-batches/batch-store.ts';
import { json } from '../http/answer.ts';
import { idempotencyKeyOf } from '../http/idempotency-key.ts';
import { deskOf } from '../http/jurisdiction.ts';
import { route } from '../http/route.ts';
import { getPrintBatch, mayPrintPapers, printBatchParams } from './batch-of.ts';
import { PrintBatchView, printBatchView } from './batch-view.ts';

const common = { right: { resource: 'printBatch', action: 'make' }, part: 'print-batches', reply: PrintBatchView } as const;

/** All papers of a query as one file, made by a worker (R25, R45, R61–R64). The same key again is the same batch, and starts it where it was lost. */
export const makePrintBatch = route({
  ...common,
  method: 'post',
  path: '/api/print-batches',
  status: 201,
  summary: 'Print all papers of a query',
  body: PrintQuery,
  handle: async ({ deps, body, session, entitlements, request }) => {
    const { schoolId, collegeId, role } = deskOf(entitlements, body.collegeId);
    if (body.of === 'DISPATCHES' && !mayPrintPapers(role)) throw new RefusalError('FORBIDDEN');
    const query = { ...body, collegeId };
    const id = deps.newId();
    const batch = await storePrintBatch(deps.pool, {
      id,
      schoolId,
      collegeId,
      query,
      requestedBy: session.accountId,
      requestedByRole: role,
      idempotencyKey: idempotencyKeyOf(request),
    });
    if (batch.schoolId !== schoolId || canonicalJson(batch.query) !== canonicalJson(query))
      throw new RefusalError('IDEMPOTENCY_KEY_REUSED');
    if (batch.id === id) await auditPrintBatch(deps.pool, 'PRINT_BATCH_REQUESTED', { id: session.accountId, role }, batch);
    if (batch.status === 'RUNNING') await deps.startPrintBatch(batch.id);
    return json(await printBatchView(deps.pool, batch), { status: 201, location: `/api/print-batches/${batch.id}` });
  },
});

export const readPrintBatch = route({
  method: 'get',
  path: '/api/print-batches/:printBatchId',
  right: { resource: 'printBatch', action: 'read' },
  part: 'print-batches',
  summary: 'How far a batch of papers is',
  params: printBatchParams,
  reply: PrintBatchView,
  handle: async ({ deps, params, entitlements }) =>
    json(await printBatchView(deps.pool, await getPrintBatch(deps.pool, entitlements, params.printBatchId))),
});

/** It stops between two parts; what it has printed is kept for whoever resumes it. The run looks in the record, so this needs no Temporal. */
export const cancelPrinting = route({
  ...common,
  method: 'post',
  path: '/api/print-batches/:printBatchId/cancellation',
  summary: 'Cancel a batch of papers',
  params: printBatchParams,
  body: z.strictObject({}),
  handle: async ({ deps, params, session, entitlements }) => {
    const before = await getPrintBatch(deps.pool, entitlements, params.printBatchId);
    await cancelPrintBatch(deps.pool, before.id);
    const after = (await findPrintBatch(deps.pool, before.id)) ?? before;
    if (changed(before, after))
      await auditPrintBatch(
        deps.pool,
        'PRINT_BATCH_CANCELLED',
        { id: session.accountId, role: deskOf(entitlements, before.collegeId).role },
        after,
      );
    return json(await printBatchView(deps.pool, after));
  },
});

/** A cancelled batch goes on where it stopped; one whose workflow was lost is started again. */
export const resumePrinting = route({
  ...common,
  method: 'post',
  path: '/api/print-batches/:printBatchId/resumption',
  summary: 'Go on with a cancelled batch of papers',
  params: printBatchParams,
  body: z.strictObject({}),
  handle: async ({ deps, params, session, entitlements }) => {
    const before = await getPrintBatch(deps.pool, entitlements, params.printBatchId);
    await resumePrintBatch(deps.pool, before.id);
    const after = (await findPrintBatch(deps.pool, before.id)) ?? before;
    if (changed(before, after))
      await auditPrintBatch(
        deps.pool,
        'PRINT_BATCH_RESUMED',
        { id: session.accountId, role: deskOf(entitlements, before.collegeId).role },
        after,
      );
    if (after.status === 'RUNNING') await deps.startPrintBatch(after.id);
    return json(await printBatchView(deps.pool, after));
  },
});

const changed = (before: StoredPrintBatch, after: StoredPrintBatch): boolean => before.status !== after.status;
