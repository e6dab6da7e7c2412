import { z } from 'zod';
import { Carrier } from '../../domain/dispatch/carrier.ts';
import { DispatchStatus } from '../../domain/dispatch/dispatch-status.ts';
import { selectDispatch, type DispatchRow } from '../../infra/dispatch/dispatch-store.ts';
import { json } from '../http/answer.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { Moment, momentOf } from '../http/moments.ts';
import { graduateRoute } from '../http/route.ts';
import { serialOf } from './dispatch-view.ts';

const Step = z.object({ status: DispatchStatus, at: Moment });
const Timeline = z
  .object({
    dispatches: z.array(
      z.object({
        id: z.uuid(),
        status: DispatchStatus,
        serial: z.string().nullable(),
        unitName: z.string().nullable(),
        carrier: Carrier.nullable(),
        trackingNumber: z.string().nullable(),
        arrivedOn: z.string().nullable(),
        keptUntil: z.string().nullable(),
        steps: z.array(Step),
      }),
    ),
  })
  .meta({ id: 'DispatchTimeline' });

/** Where the graduate's file is: prepared, left the school on …, with …, received by … on …; oldest first. */
export const readDispatchTimeline = graduateRoute({
  method: 'get',
  path: '/api/graduates/:id/dispatch',
  right: { resource: 'dispatch', action: 'readTimeline' },
  part: 'dispatch',
  summary: 'Where the file is',
  params: graduateParams,
  reply: Timeline,
  graduateOf: namedGraduate,
  handle: async ({ deps, graduateId }) => {
    const { rows } = await deps.pool.query<DispatchRow>(`${selectDispatch} WHERE d."graduateId" = $1 ORDER BY d."id"`, [graduateId]);
    return json({ dispatches: rows.map(timelineOf) });
  },
});

function timelineOf(row: DispatchRow) {
  const { id, status, target, carrier, trackingNumber, arrivedOn, keptUntil, preparedAt, sentAt, reportedAt, closedAt } = row;
  const known: readonly (readonly [DispatchStatus, number | null])[] = [
    [keptUntil === null ? 'PREPARED' : 'KEPT_AT_SCHOOL', preparedAt],
    ['SENT', sentAt],
    ['REPORTED', reportedAt],
    [status, closedAt],
  ];
  const steps = known.flatMap(([step, at]) => (at === null ? [] : [{ status: step, at: momentOf(at) }]));
  return { id, status, serial: serialOf(row), unitName: target?.unitName ?? null, carrier, trackingNumber, arrivedOn, keptUntil, steps };
}
