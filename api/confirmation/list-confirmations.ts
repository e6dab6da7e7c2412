import { z } from 'zod';
import { ConfirmationStatus } from '../../domain/confirmation/status.ts';
import type { ConfirmationDetail } from '../graduate/graduate-details.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { CohortText } from '../http/query-values.ts';
import { route } from '../http/route.ts';
import { ConfirmationEntry, confirmationEntry } from './confirmation-view.ts';

const Item = z.object({
  graduateId: z.uuid(), name: z.string(), studentNo: z.string(), cohort: z.int(), college: z.string().nullable(), className: z.string().nullable(),
  status: ConfirmationStatus, history: z.array(ConfirmationEntry).meta({ description: 'Newest first; a dispute with its words' }),
}).meta({ id: 'ConfirmationItem' });

interface Row extends Omit<z.infer<typeof Item>, 'history'> { history: ConfirmationDetail[] }

const Position = z.tuple([z.uuid()]);

const history = `coalesce((SELECT jsonb_agg(to_jsonb(r)) FROM (
    SELECT "status", "cause", (extract(epoch FROM "at") * 1000)::bigint AS "at", "disputeText", "disputeFields"
    FROM "confirmation_record" WHERE "graduateId" = g."id" ORDER BY "at" DESC, "id" DESC) r), '[]')`;

/** 登记确认记录 (R22): status, history and the details of each dispute. */
export const listConfirmations = route({
  method: 'get', path: '/api/confirmations', right: { resource: 'confirmation', action: 'list' }, part: 'confirmation',
  summary: 'Confirmations with their history',
  query: z.strictObject({ ...pageQuery, status: ConfirmationStatus.optional(), cohort: CohortText.optional(), collegeId: z.uuid().optional(), className: z.string().max(60).optional() }),
  reply: pageOf(Item),
  handle: async ({ deps, query, session, entitlements }) => {
    const filters = new Filters();
    filters.addScope((first) => withinEntitlements(entitlements, session.accountId, first));
    filters.add('g."confirmationStatus" = ?', query.status);
    filters.add('g."cohort" = ?', query.cohort);
    filters.add('g."collegeId" = ?', query.collegeId);
    filters.add('g."className" = ?', query.className);
    filters.add('g."id" > ?', readCursor(Position, query.cursor)?.[0]);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<Row>(`
      SELECT g."id" AS "graduateId", g."name", g."studentNo", g."cohort", c."name" AS "college", g."className", g."confirmationStatus" AS "status", ${history} AS "history"
      FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" LEFT JOIN "college" c ON c."id" = g."collegeId"
      WHERE ${filters.condition} ORDER BY g."id" LIMIT ${limit + 1}`, filters.values);
    return json(toPage(rows, limit, (row) => ({ ...row, history: row.history.map(confirmationEntry) }), ({ graduateId }) => [graduateId]));
  },
});
