import { z } from 'zod';
import { ConfirmationStatus } from '../../domain/confirmation/status.ts';
import { Stage } from '../../domain/lifecycle/stage.ts';
import { json } from '../http/answer.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { Filters } from '../http/filters.ts';
import { Lack, lacking } from './lacks.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { route } from '../http/route.ts';
import { addPlace } from './place-filters.ts';
import { flag, CohortText } from '../http/query-values.ts';

const Row = z
  .object({
    id: z.uuid(),
    cohort: z.int(),
    name: z.string(),
    studentNo: z.string(),
    school: z.string(),
    college: z.string().nullable(),
    className: z.string().nullable(),
    stage: Stage,
    confirmationStatus: ConfirmationStatus,
    overdue: z.boolean(),
  })
  .meta({ id: 'GraduateRow' });
type Row = z.infer<typeof Row>;

const Position = z.tuple([z.uuid()]);

/** The graduates of a jurisdiction, without any number but the student's. Names are no filter: they would stand in addresses. */
export const listGraduates = route({
  method: 'get',
  path: '/api/graduates',
  right: { resource: 'graduate', action: 'list' },
  part: 'graduate',
  summary: 'Graduates of your jurisdiction',
  query: z.strictObject({
    ...pageQuery,
    cohort: CohortText.optional(),
    schoolId: z.uuid().optional(),
    collegeId: z.uuid().optional(),
    className: z.string().max(60).optional(),
    stage: Stage.optional(),
    confirmationStatus: ConfirmationStatus.optional(),
    overdue: flag.optional(),
    counsellorId: z.uuid().optional(),
    lacks: Lack.optional(),
  }),
  reply: pageOf(Row),
  handle: async ({ deps, query, session, entitlements }) => {
    const filters = new Filters();
    filters.addScope((first) => withinEntitlements(entitlements, session.accountId, first));
    addPlace(filters, query);
    filters.add('g."schoolId" = ?', query.schoolId);
    filters.add('g."stage" = ?', query.stage);
    filters.add('g."confirmationStatus" = ?', query.confirmationStatus);
    filters.add('g."overdue" = ?', query.overdue);
    if (query.lacks !== undefined) filters.add(`${lacking[query.lacks]} = ?`, true);
    filters.add('g."id" > ?', readCursor(Position, query.cursor)?.[0]);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<Row>(
      `
      SELECT g."id", g."cohort", g."name", g."studentNo", s."name" AS "school", c."name" AS "college", g."className", g."stage", g."confirmationStatus", g."overdue"
      FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" LEFT JOIN "college" c ON c."id" = g."collegeId"
      WHERE ${filters.condition} ORDER BY g."id" LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(
      toPage(
        rows,
        limit,
        (row) => row,
        ({ id }) => [id],
      ),
    );
  },
});
