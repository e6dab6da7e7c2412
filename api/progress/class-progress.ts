import { z } from 'zod';
import { lacking, Lack } from '../graduate/lacks.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { CohortText } from '../http/query-values.ts';
import { route } from '../http/route.ts';

const ClassProgress = z
  .object({
    cohort: z.int(),
    college: z.string().nullable(),
    className: z.string().nullable(),
    graduates: z.int(),
    overdue: z.int(),
    lacks: z.record(Lack, z.int()).meta({ description: 'How many have which thing to do next; the rest has done everything' }),
  })
  .meta({ id: 'ClassProgress' });

type Row = Omit<z.infer<typeof ClassProgress>, 'lacks'> & Record<Lack, number>;

const counts = Lack.options.map((lack) => `count(*) FILTER (WHERE ${lacking[lack]}) AS "${lack}"`).join(', ');

/** Where each class stands (X31): a counsellor's own, a desk's college or school. */
export const readProgress = route({
  method: 'get',
  path: '/api/progress',
  right: { resource: 'progress', action: 'read' },
  part: 'graduate',
  summary: 'Where each class stands',
  query: z.strictObject({ cohort: CohortText.optional(), counsellorId: z.uuid().optional() }),
  reply: z.object({ classes: z.array(ClassProgress) }),
  handle: async ({ deps, query, session, entitlements }) => {
    const filters = new Filters();
    filters.addScope((first) => withinEntitlements(entitlements, session.accountId, first));
    filters.add('g."cohort" = ?', query.cohort);
    filters.add('g."counsellorId" = ?', query.counsellorId);
    const { rows } = await deps.pool.query<Row>(
      `
      SELECT g."cohort", c."name" AS "college", g."className", count(*) AS "graduates", count(*) FILTER (WHERE g."overdue") AS "overdue", ${counts}
      FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" LEFT JOIN "college" c ON c."id" = g."collegeId"
      WHERE ${filters.condition} GROUP BY g."cohort", c."name", g."className" ORDER BY g."cohort" DESC, c."name", g."className"`,
      filters.values,
    );
    return json({
      classes: rows.map((row) => ({
        cohort: row.cohort,
        college: row.college,
        className: row.className,
        graduates: row.graduates,
        overdue: row.overdue,
        lacks: {
          CHECK: row.CHECK,
          REGISTRATION: row.REGISTRATION,
          CONFIRMATION: row.CONFIRMATION,
          GRANT: row.GRANT,
          CORRECTION: row.CORRECTION,
        },
      })),
    });
  },
});
