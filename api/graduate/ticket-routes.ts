import { z } from 'zod';
import { commandPayloads } from '../../domain/commands/command.ts';
import { json } from '../http/answer.ts';
import { commandRoute } from '../http/command-route.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { limitOf, pageOf, pageQuery, readTimeCursor, toPage } from '../http/pagination.ts';
import { route } from '../http/route.ts';
import { addPlace } from './place-filters.ts';
import type { TicketDetail } from './graduate-details.ts';
import { TicketView, ticketView } from './ticket-view.ts';

const TicketRow = TicketView.extend({ graduateId: z.uuid(), name: z.string(), studentNo: z.string(), college: z.string().nullable() }).meta(
  { id: 'TicketRow' },
);
interface Row extends TicketDetail {
  graduateId: string;
  name: string;
  studentNo: string;
  college: string | null;
}

/** Requests of graduates to the school, oldest first (R6, X29). */
export const listTickets = route({
  method: 'get',
  path: '/api/tickets',
  right: { resource: 'ticket', action: 'list' },
  part: 'graduate',
  summary: 'Requests of graduates to the school',
  query: z.strictObject({
    ...pageQuery,
    status: TicketView.shape.status.default('OPEN'),
    kind: TicketView.shape.kind.optional(),
    collegeId: z.uuid().optional(),
    className: z.string().max(60).optional(),
    openDays: z
      .string()
      .regex(/^\d{1,3}$/, { error: 'VALUE_WRONG' })
      .transform(Number)
      .optional()
      .meta({ description: 'Asked at least so many days ago' }),
  }),
  reply: pageOf(TicketRow),
  handle: async ({ deps, query, session, entitlements }) => {
    const filters = new Filters();
    filters.addScope((first) => withinEntitlements(entitlements, session.accountId, first));
    filters.add('t."status" = ?', query.status);
    filters.add('t."kind" = ?', query.kind);
    addPlace(filters, query);
    filters.add('t."openedAt" <= app_now() - make_interval(days => ?)', query.openDays);
    filters.add('(t."openedAt", t."id") > (?, ?)', ...readTimeCursor(query.cursor));
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<Row>(
      `
      SELECT t."id", t."kind", t."status", t."fields", t."note", t."proposed", t."evidenceIds", t."answer", t."openedAt", t."resolvedAt",
        g."id" AS "graduateId", g."name", g."studentNo", c."name" AS "college"
      FROM "ticket" t JOIN "graduate" g ON g."id" = t."graduateId" JOIN "school" s ON s."id" = g."schoolId" LEFT JOIN "college" c ON c."id" = g."collegeId"
      WHERE ${filters.condition} ORDER BY t."openedAt", t."id" LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(
      toPage(
        rows,
        limit,
        ({ graduateId, name, studentNo, college, ...ticket }) => ({ ...ticketView(ticket), graduateId, name, studentNo, college }),
        (row) => [row.openedAt, row.id],
      ),
    );
  },
});

const Answer = commandPayloads.ANSWER_TICKET.omit({ ticketId: true });

/** Either answer lets the graduate look again; a correction is a command of its own. */
export const answerTicket = commandRoute({
  method: 'post',
  path: '/api/tickets/:ticketId/answer',
  right: { resource: 'ticket', action: 'answer' },
  part: 'graduate',
  type: 'ANSWER_TICKET',
  summary: 'Answer a request',
  params: z.strictObject({ ticketId: z.uuid() }),
  body: Answer,
  graduateOf: async ({ deps, params }) =>
    (await deps.prisma.ticket.findUnique({ where: { id: params.ticketId }, select: { graduateId: true } }))?.graduateId,
  payload: async ({ params, body }) => ({ ticketId: params.ticketId, ...body }),
});
