import { z } from 'zod';
import { CalendarDate } from '../../domain/calendar/calendar-date.ts';
import { Carrier } from '../../domain/dispatch/carrier.ts';
import { carriers } from '../../domain/dispatch/carriers.ts';
import { TrackingNumber } from '../../domain/dispatch/tracking-number.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { reissueSlip } from '../../infra/dispatch/amend-dispatch.ts';
import { moveDispatch } from '../../infra/dispatch/move-dispatch.ts';
import { json } from '../http/answer.ts';
import { invalidRequest } from '../http/refusals.ts';
import { graduateRoute } from '../http/route.ts';
import { dispatchParams, graduateOfDispatch, readDispatchRow } from './dispatch-of.ts';
import { DispatchDetail, detailOf } from './dispatch-view.ts';

const common = {
  method: 'post',
  right: { resource: 'dispatch', action: 'record' },
  part: 'dispatch',
  params: dispatchParams,
  reply: DispatchDetail,
  graduateOf: graduateOfDispatch,
} as const;

/** The file has left; from now on a workflow waits for its receipt. */
export const sendDispatch = graduateRoute({
  ...common,
  path: '/api/dispatches/:dispatchId/sending',
  summary: 'Record that a file has left',
  body: z.strictObject({ carrier: Carrier, trackingNumber: TrackingNumber.optional() }),
  handle: async ({ deps, params, body: { carrier, trackingNumber = null }, session, role }) => {
    if (carriers.get(carrier).needsTracking && trackingNumber === null) throw invalidRequest({ field: 'trackingNumber', code: 'REQUIRED' });
    await moveDispatch(deps, params.dispatchId, {
      to: 'SENT',
      details: { carrier, trackingNumber },
      actor: { id: session.accountId, role },
    });
    return json(detailOf(await readDispatchRow(deps.pool, params.dispatchId)));
  },
});

const Outcome = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('RECEIVED'),
    arrivedOn: CalendarDate.optional().meta({ description: 'As the receipt says; today unless given' }),
    note: plainText(1, 200).optional(),
  }),
  z.strictObject({ outcome: z.enum(['REFUSED', 'RETURNED', 'REDIRECTED', 'LOST', 'CANCELLED']), note: plainText(1, 200) }),
]);

/** R63: the school confirms a receipt, or records by hand what became of a file and why. */
export const recordOutcome = graduateRoute({
  ...common,
  path: '/api/dispatches/:dispatchId/outcome',
  summary: 'Record what became of a file',
  body: Outcome,
  handle: async ({ deps, params, body, session, role }) => {
    const details = {
      ...(body.note !== undefined && { note: body.note }),
      ...(body.outcome === 'RECEIVED' && body.arrivedOn !== undefined && { arrivedOn: body.arrivedOn }),
    };
    await moveDispatch(deps, params.dispatchId, { to: body.outcome, details, actor: { id: session.accountId, role } });
    return json(detailOf(await readDispatchRow(deps.pool, params.dispatchId)));
  },
});

/** X30: puts the new transfer number on the slip, to be sent after the file; the serial stays. */
export const reissueDispatchSlip = graduateRoute({
  ...common,
  path: '/api/dispatches/:dispatchId/reissue',
  summary: 'Put the live transfer number on the slip',
  body: z.strictObject({}),
  handle: async ({ deps, params, session, role }) => {
    await reissueSlip(deps, params.dispatchId, { id: session.accountId, role });
    return json(detailOf(await readDispatchRow(deps.pool, params.dispatchId)));
  },
});
