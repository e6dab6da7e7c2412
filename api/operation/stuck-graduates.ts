import { z } from 'zod';
import { Stage } from '../../domain/lifecycle/stage.ts';
import { graduateWorkflowId } from '../../domain/lifecycle/workflow-id.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { route } from '../http/route.ts';

const Stuck = z
  .object({
    graduateId: z.uuid(),
    school: z.string(),
    cohort: z.int(),
    stage: Stage,
    overdue: z.boolean(),
    nextDeadline: InstantText.nullable(),
    waitingCommands: z.int(),
    oldestCommandAt: InstantText.nullable(),
    workflow: z.url().meta({ description: 'Its page in the Temporal UI' }),
  })
  .meta({ id: 'StuckGraduate' });

interface Row {
  graduateId: string;
  school: string;
  cohort: number;
  stage: Stage;
  overdue: boolean;
  nextDeadline: number | null;
  waitingCommands: number;
  oldestCommandAt: number | null;
}

const Position = z.tuple([z.uuid()]);

/** What the sweeper would send again, if it has been lying for longer than anybody waits for an answer. */
const waiting = `SELECT "graduateId", count(*) AS "count", min("receivedAt") AS "oldest" FROM "command"
  WHERE ("outcome" IS NULL OR "acknowledgedAt" IS NULL) AND "receivedAt" < app_now() - interval '30 seconds' GROUP BY "graduateId"`;

/** Who is overdue, or has commands that nobody has answered: ids and codes, nothing personal. */
export const listStuck = route({
  method: 'get',
  path: '/api/operator/graduates',
  right: { resource: 'operation', action: 'read' },
  part: 'operation',
  summary: 'Stuck and overdue graduates',
  query: z.strictObject({ ...pageQuery, stuck: z.enum(['OVERDUE', 'COMMANDS']) }),
  reply: pageOf(Stuck),
  handle: async ({ deps, query }) => {
    const filters = new Filters();
    filters.add(query.stuck === 'OVERDUE' ? 'g."overdue" = ?' : '(w."count" IS NOT NULL) = ?', true);
    filters.add('g."id" > ?', readCursor(Position, query.cursor)?.[0]);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<Row>(
      `
      SELECT g."id" AS "graduateId", s."code" AS "school", g."cohort", g."stage", g."overdue", g."nextDeadline", coalesce(w."count", 0) AS "waitingCommands", w."oldest" AS "oldestCommandAt"
      FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" LEFT JOIN (${waiting}) w ON w."graduateId" = g."id"
      WHERE ${filters.condition} ORDER BY g."id" LIMIT ${limit + 1}`,
      filters.values,
    );
    const { uiUrl, namespace } = deps.config.temporal;
    return json(
      toPage(
        rows,
        limit,
        ({ nextDeadline, oldestCommandAt, ...row }) => ({
          ...row,
          nextDeadline: nextDeadline === null ? null : instantText(nextDeadline),
          oldestCommandAt: oldestCommandAt === null ? null : instantText(oldestCommandAt),
          workflow: `${uiUrl}/namespaces/${namespace}/workflows/${graduateWorkflowId(row.graduateId)}`,
        }),
        ({ graduateId }) => [graduateId],
      ),
    );
  },
});
