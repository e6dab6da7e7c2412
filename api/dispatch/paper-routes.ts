import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { auditReading } from '../../infra/evidence/audit-reading.ts';
import { file } from '../http/answer.ts';
import { graduateRoute } from '../http/route.ts';
import { dispatchParams, graduateOfDispatch, readDispatchRow } from './dispatch-of.ts';

const common = { method: 'get', part: 'dispatch', graduateOf: graduateOfDispatch } as const;

/** R61: the graduate's copy, without the transfer number (R36, R64). */
export const readDispatchNotice = graduateRoute({
  ...common,
  path: '/api/dispatches/:dispatchId/notice',
  right: { resource: 'dispatch', action: 'readNotice' },
  summary: '告知书 as PDF',
  produces: 'application/pdf',
  params: dispatchParams,
  handle: async ({ deps, params: { dispatchId } }) =>
    file(await deps.dispatchPapers({ dispatchId, paper: 'notice' }), 'application/pdf', 'dispatch-notice.pdf'),
});

/** R62, R63: what lies in the sealed file. */
export const readDispatchPaper = graduateRoute({
  ...common,
  path: '/api/dispatches/:dispatchId/papers/:paper',
  right: { resource: 'dispatch', action: 'print' },
  summary: '转递单 or 回执 as PDF',
  produces: 'application/pdf',
  params: dispatchParams.extend({ paper: z.enum(['slip', 'receipt']) }),
  handle: async ({ deps, params: { dispatchId, paper } }) =>
    file(await deps.dispatchPapers({ dispatchId, paper }), 'application/pdf', `dispatch-${paper}.pdf`),
});

/** The photograph that came with a report, for the desks, whose look the graduate sees. */
export const readReceiptPhotograph = graduateRoute({
  ...common,
  path: '/api/dispatches/:dispatchId/photograph',
  right: { resource: 'dispatch', action: 'read' },
  summary: 'Photograph of the receipt',
  produces: 'image/*',
  params: dispatchParams,
  handle: async ({ deps, params: { dispatchId }, graduateId, session: { accountId }, role }) => {
    const { photographKey, photographType, reportedAt } = await readDispatchRow(deps.pool, dispatchId);
    // Nobody reports without one.
    if (photographKey === null && reportedAt !== null) throw new RefusalError('EVIDENCE_GONE');
    const bytes = photographKey === null ? undefined : await deps.files.get(photographKey);
    if (!bytes || photographType === null) throw new RefusalError('NOT_FOUND');
    await auditReading(deps.pool, deps.cipher, {
      action: 'DISPATCH_PHOTOGRAPH_READ',
      actor: { id: accountId, role },
      graduateId,
      fields: [dispatchId],
    });
    return file(bytes, photographType, 'receipt');
  },
});
