import { z } from 'zod';
import { commandPayloads } from '../../domain/commands/command.ts';
import { ExceptionScope, ExceptionStatus } from '../../domain/registration/exceptions.ts';
import { json } from '../http/answer.ts';
import { commandRoute, graduateParams, namedGraduate } from '../http/command-route.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { deadlineOf, InstantText, instantText, Moment } from '../http/moments.ts';
import { limitOf, pageOf, pageQuery, readTimeCursor, toPage } from '../http/pagination.ts';
import { route } from '../http/route.ts';

/** X7: after the cutoff the school asks the province. */
export const requestException = commandRoute({
  method: 'post',
  path: '/api/graduates/:id/exceptions',
  right: { resource: 'exception', action: 'request' },
  part: 'registration',
  type: 'REQUEST_EXCEPTION',
  status: 201,
  summary: 'Ask for a change after the cutoff',
  params: graduateParams,
  graduateOf: namedGraduate,
  body: commandPayloads.REQUEST_EXCEPTION,
  payload: async ({ body }) => body,
});

const [Granting, Refusing] = commandPayloads.ANSWER_EXCEPTION.options;
const Answer = z.discriminatedUnion('granted', [Granting.omit({ exceptionId: true }), Refusing.omit({ exceptionId: true })]);

/** X7: the province grants it until the end of a day, or refuses. */
export const answerException = commandRoute({
  method: 'post',
  path: '/api/exceptions/:exceptionId/answer',
  right: { resource: 'exception', action: 'answer' },
  part: 'registration',
  type: 'ANSWER_EXCEPTION',
  summary: 'Answer a request for a change after the cutoff',
  params: z.strictObject({ exceptionId: z.uuid() }),
  body: Answer,
  graduateOf: async ({ deps, params }) =>
    (await deps.prisma.cutoffException.findUnique({ where: { id: params.exceptionId }, select: { graduateId: true } }))?.graduateId,
  payload: async ({ params, body }) => ({ ...body, exceptionId: params.exceptionId }),
});

const Item = z
  .object({
    id: z.uuid(),
    graduateId: z.uuid(),
    school: z.string(),
    cohort: z.int(),
    name: z.string(),
    scope: ExceptionScope,
    status: ExceptionStatus,
    reason: z.string(),
    requestedAt: InstantText,
    until: Moment.nullable(),
    answer: z.string().nullable(),
  })
  .meta({ id: 'CutoffException' });

interface Row extends Omit<z.infer<typeof Item>, 'requestedAt' | 'until'> {
  requestedAt: number;
  until: number | null;
}

/** Requests of schools for changes after the cutoff, oldest first. */
export const listExceptions = route({
  method: 'get',
  path: '/api/exceptions',
  right: { resource: 'exception', action: 'list' },
  part: 'registration',
  summary: 'Requests for changes after the cutoff',
  query: z.strictObject({ ...pageQuery, status: ExceptionStatus.default('REQUESTED') }),
  reply: pageOf(Item),
  handle: async ({ deps, query, session, entitlements }) => {
    const filters = new Filters();
    filters.addScope((first) => withinEntitlements(entitlements, session.accountId, first));
    filters.add('x."status" = ?', query.status);
    filters.add('(x."requestedAt", x."id") > (?, ?)', ...readTimeCursor(query.cursor));
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<Row>(
      `
      SELECT x."id", x."graduateId", s."name" AS "school", g."cohort", g."name", x."scope", x."status", x."reason", x."requestedAt", x."until", x."answer"
      FROM "cutoff_exception" x JOIN "graduate" g ON g."id" = x."graduateId" JOIN "school" s ON s."id" = g."schoolId"
      WHERE ${filters.condition} ORDER BY x."requestedAt", x."id" LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(
      toPage(
        rows,
        limit,
        (row) => ({ ...row, requestedAt: instantText(row.requestedAt), until: row.until === null ? null : deadlineOf(row.until) }),
        (row) => [row.requestedAt, row.id],
      ),
    );
  },
});
