import { z } from 'zod';
import { Checklist, defaultChecklist } from '../../domain/dispatch/checklist.ts';
import { DispatchOffice } from '../../domain/dispatch/dispatch-content.ts';
import { formatSerial } from '../../domain/dispatch/serial.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { keepAtSchool, prepareDispatch } from '../../infra/dispatch/prepare-dispatch.ts';
import { json } from '../http/answer.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { schoolOf } from '../http/jurisdiction.ts';
import { Words } from '../http/problem.ts';
import { graduateRoute, route } from '../http/route.ts';
import { errors } from '../../domain/errors/error-code.ts';
import { DispatchDetail, detailOf } from './dispatch-view.ts';
import { readDispatchRow } from './dispatch-of.ts';

const Volumes = z.int().min(1).max(20);
const Body = z.strictObject({
  office: DispatchOffice,
  volumes: Volumes.default(1).meta({ description: '档案卷数 where an item says nothing else' }),
  checklist: Checklist.default(defaultChecklist),
  items: z
    .array(z.strictObject({ graduateId: z.uuid(), volumes: Volumes.optional(), checklist: Checklist.optional() }))
    .min(1)
    .max(200),
});

const Outcome = z.object({
  graduateId: z.uuid(),
  dispatchId: z.uuid().nullable(),
  serial: z.string().nullable(),
  refusal: z.string().nullable(),
  clause: z.string().nullable(),
  words: Words.nullable(),
});

/** R64, X16: each file is a transaction of its own with an outcome of its own; one that is refused uses no serial. */
export const prepareDispatches = route({
  method: 'post',
  path: '/api/dispatches',
  right: { resource: 'dispatch', action: 'prepare' },
  part: 'dispatch',
  summary: 'Make files ready under the next serials',
  body: Body,
  reply: z.object({ prepared: z.int(), skipped: z.int(), items: z.array(Outcome) }),
  handle: async ({ deps, body, session, entitlements }) => {
    const { schoolId, role } = schoolOf(entitlements);
    const { rows } = await deps.pool.query<{ id: string }>('SELECT "id" FROM "graduate" WHERE "schoolId" = $1 AND "id" = ANY ($2)', [
      schoolId,
      body.items.map(({ graduateId }) => graduateId),
    ]);
    const own = new Set(rows.map(({ id }) => id));
    const items: z.input<typeof Outcome>[] = [];
    for (const { graduateId, volumes = body.volumes, checklist = body.checklist } of body.items) {
      try {
        if (!own.has(graduateId)) throw new RefusalError('NOT_FOUND');
        const { id, ...serial } = await prepareDispatch(deps, {
          graduateId,
          office: body.office,
          volumes,
          checklist,
          actor: { id: session.accountId, role },
        });
        items.push({ graduateId, dispatchId: id, serial: formatSerial(serial), refusal: null, clause: null, words: null });
      } catch (error) {
        if (!(error instanceof RefusalError)) throw error;
        const { zh, en } = errors[error.code];
        items.push({
          graduateId,
          dispatchId: null,
          serial: null,
          refusal: error.code,
          clause: error.detail.clause ?? null,
          words: { zh, en },
        });
      }
    }
    const prepared = items.filter(({ dispatchId }) => dispatchId !== null).length;
    return json({ prepared, skipped: items.length - prepared, items });
  },
});

/** F1: the file of somebody without a destination stays for two years. */
export const keepFileAtSchool = graduateRoute({
  method: 'post',
  path: '/api/graduates/:id/dispatch/keeping',
  right: { resource: 'dispatch', action: 'prepare' },
  part: 'dispatch',
  status: 201,
  summary: 'Keep the file at the school',
  params: graduateParams,
  body: z.strictObject({ note: plainText(1, 200) }),
  reply: DispatchDetail,
  graduateOf: namedGraduate,
  handle: async ({ deps, body, graduateId, role, session }) => {
    const id = await keepAtSchool(deps, { graduateId, note: body.note, actor: { id: session.accountId, role } });
    return json(detailOf(await readDispatchRow(deps.pool, id)), { status: 201, location: `/api/dispatches/${id}` });
  },
});
