import { z } from 'zod';
import { DispatchStatus } from '../../domain/dispatch/dispatch-status.ts';
import { readSerial } from '../../domain/dispatch/serial.ts';
import { selectDispatch, type DispatchRow } from '../../infra/dispatch/dispatch-store.ts';
import { addPlace } from '../graduate/place-filters.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { CohortText, flag } from '../http/query-values.ts';
import { invalidRequest } from '../http/refusals.ts';
import { graduateRoute, route } from '../http/route.ts';
import { dispatchParams, graduateOfDispatch, readDispatchRow } from './dispatch-of.ts';
import { DispatchDetail, DispatchItem, detailOf, itemOf } from './dispatch-view.ts';

const Position = z.tuple([z.uuid()]);
const numberDied = `(d."status" IN ('PREPARED', 'SENT', 'REPORTED') AND NOT coalesce(n."status" = 'ACTIVE' AND n."deadline" > app_now(), false))`;

/** The files of a jurisdiction, newest first; `overdue` are those whose receipt is missing for longer than the rule pack says. */
export const listDispatches = route({
  method: 'get',
  path: '/api/dispatches',
  right: { resource: 'dispatch', action: 'list' },
  part: 'dispatch',
  summary: 'Dispatches of files',
  query: z.strictObject({
    ...pageQuery,
    status: DispatchStatus.optional(),
    cohort: CohortText.optional(),
    collegeId: z.uuid().optional(),
    serial: z.string().max(30).optional(),
    overdue: flag.optional(),
    numberDead: flag.optional(),
  }),
  reply: pageOf(DispatchItem),
  handle: async ({ deps, query, session, entitlements }) => {
    const filters = new Filters();
    filters.addScope((first) => withinEntitlements(entitlements, session.accountId, first));
    filters.add('d."status" = ?', query.status);
    addPlace(filters, query);
    filters.add(`(d."remindedAt" IS NOT NULL AND d."status" IN ('SENT', 'REPORTED')) = ?`, query.overdue);
    filters.add(`${numberDied} = ?`, query.numberDead);
    if (query.serial !== undefined) {
      const serial = readSerial(query.serial);
      if (!serial) throw invalidRequest({ field: 'serial', code: 'VALUE_WRONG' });
      filters.add('(d."year", d."serial") = (?, ?)', serial.year, serial.serial);
    }
    filters.add('d."id" < ?', readCursor(Position, query.cursor)?.[0]);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<DispatchRow>(
      `${selectDispatch} WHERE ${filters.condition} ORDER BY d."id" DESC LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(toPage(rows, limit, itemOf, ({ id }) => [id]));
  },
});

/** One dispatch with what its papers say, what was reported, and what may be done. */
export const readDispatch = graduateRoute({
  method: 'get',
  path: '/api/dispatches/:dispatchId',
  right: { resource: 'dispatch', action: 'read' },
  part: 'dispatch',
  summary: 'One dispatch',
  params: dispatchParams,
  reply: DispatchDetail,
  graduateOf: graduateOfDispatch,
  handle: async ({ deps, params }) => json(detailOf(await readDispatchRow(deps.pool, params.dispatchId))),
});
