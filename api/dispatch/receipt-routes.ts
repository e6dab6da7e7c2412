import { z } from 'zod';
import { DispatchStatus } from '../../domain/dispatch/dispatch-status.ts';
import { printSerial } from '../../domain/dispatch/serial.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { phone } from '../../domain/text/contact.ts';
import { personName } from '../../domain/text/person-name.ts';
import { maskPersonName } from '../../domain/verification/receipt.ts';
import type { DispatchRow } from '../../infra/dispatch/dispatch-store.ts';
import { moveDispatch } from '../../infra/dispatch/move-dispatch.ts';
import { readReceiptToken } from '../../infra/dispatch/receipt-token.ts';
import { IMAGE_LIMIT_BYTES, inspectEvidence } from '../../infra/storage/evidence-inspection.ts';
import { newFileKey } from '../../infra/storage/file-store.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { readUpload } from '../evidence/read-upload.ts';
import { json } from '../http/answer.ts';
import { faultsOf } from '../http/request-problems.ts';
import { invalidRequest } from '../http/refusals.ts';
import { openRoute } from '../http/route.ts';
import { readDispatchRow } from './dispatch-of.ts';

const Token = z.string().min(1).max(400);
const Slip = z
  .object({
    serial: z.string(),
    school: z.string(),
    maskedName: z.string(),
    unitName: z.string(),
    volumes: z.int(),
    status: DispatchStatus,
    open: z.boolean().meta({ description: 'True while a receipt can be reported' }),
  })
  .meta({ id: 'DispatchSlip' });

const common = { method: 'post', right: { resource: 'dispatch', action: 'report' }, part: 'dispatch', reply: Slip } as const;

/** What a slip is about, for whoever holds it: enough to compare it with the file, too little to learn of a person. */
export const readSlip = openRoute({
  ...common,
  path: '/api/dispatch-receipts/slip',
  summary: 'What a scanned slip is about',
  body: z.strictObject({ token: Token.meta({ description: 'From the fragment of the scanned address' }) }),
  handle: async ({ deps, body, address }) => {
    await deps.rateLimits.take('receiptByAddress', address);
    return json(slipOf(await dispatchOf(deps, body.token)));
  },
});

const Report = z.strictObject({ token: Token, name: personName, phone });

/** R63: whoever has opened the file says so, with name, telephone and a photograph. It stays a report until the school confirms it. */
export const reportReceipt = openRoute({
  ...common,
  path: '/api/dispatch-receipts',
  summary: 'Report that a file has arrived',
  status: 201,
  consumes: 'multipart/form-data',
  description: 'Texts `token`, `name` and `phone` beside the `file`, a photograph of the receipt or the file.',
  handle: async ({ deps, request, address }) => {
    await deps.rateLimits.take('receiptByAddress', address);
    const { bytes, mediaType, texts } = await readUpload(request, IMAGE_LIMIT_BYTES, ['token', 'name', 'phone']);
    const report = Report.safeParse(texts);
    if (!report.success) throw invalidRequest(...faultsOf(report.error));
    const { token, name, phone: reporterPhone } = report.data;
    const { id, status } = await dispatchOf(deps, token);
    await deps.rateLimits.take('receiptByDispatch', id);
    if (status !== 'SENT') throw new RefusalError('DISPATCH_ELSEWHERE', { clause: 'R63' });
    const inspected = await inspectEvidence(bytes, mediaType);
    if (inspected.outcome === 'REFUSED') throw new RefusalError(inspected.code, { fields: [{ field: 'file', code: inspected.code }] });
    if (inspected.type === 'application/pdf')
      throw new RefusalError('EVIDENCE_MUST_BE_IMAGE', { fields: [{ field: 'file', code: 'EVIDENCE_MUST_BE_IMAGE' }] });
    const photographKey = newFileKey();
    await deps.files.put(photographKey, inspected.bytes);
    try {
      const details = { reporterName: name, reporterPhone, photographKey, photographType: inspected.type };
      await moveDispatch(deps, id, { to: 'REPORTED', actor: { id: 'slip', role: 'RECEIVER' }, details });
    } catch (error) {
      await deps.files.delete(photographKey);
      throw error;
    }
    return json(slipOf(await readDispatchRow(deps.pool, id)), { status: 201 });
  },
});

/** Throws NOT_FOUND for a token that none of our keys has signed. */
async function dispatchOf({ pool, offlineSigning }: ApiDependencies, token: string): Promise<DispatchRow> {
  const id = readReceiptToken(offlineSigning, token);
  if (id === undefined) throw new RefusalError('NOT_FOUND');
  return readDispatchRow(pool, id);
}

function slipOf({ year, serial, schoolName, name, target, volumes, status }: DispatchRow): z.input<typeof Slip> {
  if (year === null || serial === null) throw new RefusalError('NOT_FOUND');
  return {
    serial: printSerial({ year, serial }),
    school: schoolName,
    maskedName: maskPersonName(name),
    unitName: target?.unitName ?? '',
    volumes,
    status,
    open: status === 'SENT',
  };
}
