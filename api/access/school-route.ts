import { z } from 'zod';
import { json } from '../http/answer.ts';
import { schoolOf } from '../http/jurisdiction.ts';
import { route } from '../http/route.ts';

const SchoolPlaces = z
  .object({
    id: z.uuid(),
    name: z.string(),
    code: z.string(),
    cohorts: z.array(z.int()).meta({ description: 'With graduates on the roster, newest first' }),
    colleges: z.array(z.object({ id: z.uuid(), name: z.string() })),
    classes: z
      .array(
        z.object({
          cohort: z.int(),
          collegeId: z.uuid().nullable(),
          className: z.string(),
          graduates: z.int(),
          counsellorId: z.uuid().nullable(),
        }),
      )
      .meta({ description: 'counsellorId is null where there is none, or more than one' }),
  })
  .meta({ id: 'SchoolPlaces' });

const findClasses = `SELECT g."cohort", g."collegeId", g."className", count(*) AS "graduates",
    CASE WHEN count(DISTINCT coalesce(g."counsellorId", '00000000-0000-0000-0000-000000000000')) = 1 THEN min(g."counsellorId"::text)::uuid END AS "counsellorId"
  FROM "graduate" g WHERE g."schoolId" = $1 AND g."removedAt" IS NULL AND g."className" IS NOT NULL
  GROUP BY g."cohort", g."collegeId", g."className" ORDER BY g."cohort" DESC, g."className"`;

/** What filters and posts choose from: names of places, and nothing about anybody in them. */
export const readSchool = route({
  method: 'get',
  path: '/api/school',
  right: { resource: 'school', action: 'read' },
  part: 'access',
  summary: 'Colleges and classes of your school',
  reply: SchoolPlaces,
  handle: async ({ deps, entitlements }) => {
    const { schoolId } = schoolOf(entitlements);
    const [
      {
        rows: [school],
      },
      { rows: colleges },
      { rows: classes },
      { rows: cohorts },
    ] = await Promise.all([
      deps.pool.query<{ id: string; name: string; code: string }>('SELECT "id", "name", "code" FROM "school" WHERE "id" = $1', [schoolId]),
      deps.pool.query<{ id: string; name: string }>('SELECT "id", "name" FROM "college" WHERE "schoolId" = $1 ORDER BY "name"', [schoolId]),
      deps.pool.query<z.infer<typeof SchoolPlaces>['classes'][number]>(findClasses, [schoolId]),
      deps.pool.query<{ cohort: number }>(
        'SELECT DISTINCT "cohort" FROM "graduate" WHERE "schoolId" = $1 AND "removedAt" IS NULL ORDER BY "cohort" DESC',
        [schoolId],
      ),
    ]);
    return json({ ...(school ?? { id: schoolId, name: '', code: '' }), colleges, classes, cohorts: cohorts.map(({ cohort }) => cohort) });
  },
});
