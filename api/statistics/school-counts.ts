import { z } from 'zod';
import { ConfirmationStatus } from '../../domain/confirmation/status.ts';
import { Stage } from '../../domain/lifecycle/stage.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { CohortText } from '../http/query-values.ts';
import { route } from '../http/route.ts';

const counted = z.record(z.string(), z.int());

const SchoolCounts = z
  .object({
    schoolId: z.uuid(),
    code: z.string(),
    name: z.string(),
    cohort: z.int(),
    graduates: z.int(),
    overdue: z.int(),
    stages: counted.meta({ description: `By stage: ${Stage.options.join(', ')}` }),
    confirmations: counted.meta({ description: `By status: ${ConfirmationStatus.options.join(', ')}` }),
  })
  .meta({ id: 'SchoolCounts' });

interface Row {
  schoolId: string;
  code: string;
  name: string;
  cohort: number;
  stage: string;
  status: string;
  graduates: number;
  overdue: number;
}

/** How far the schools of a jurisdiction are: counts and nothing about anybody (section 14 of the rules). */
export const countSchools = route({
  method: 'get',
  path: '/api/statistics/schools',
  right: { resource: 'statistics', action: 'read' },
  part: 'statistics',
  summary: 'Counts by school',
  query: z.strictObject({ cohort: CohortText.optional() }),
  reply: z.object({ schools: z.array(SchoolCounts) }),
  handle: async ({ deps, query, session, entitlements }) => {
    const filters = new Filters();
    filters.addScope((first) => withinEntitlements(entitlements, session.accountId, first));
    filters.add('g."cohort" = ?', query.cohort);
    const { rows } = await deps.pool.query<Row>(
      `
      SELECT s."id" AS "schoolId", s."code", s."name", g."cohort", g."stage", g."confirmationStatus" AS "status", count(*) AS "graduates", count(*) FILTER (WHERE g."overdue") AS "overdue"
      FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" WHERE ${filters.condition}
      GROUP BY s."id", g."cohort", g."stage", g."confirmationStatus" ORDER BY s."code", g."cohort"`,
      filters.values,
    );
    const schools = Map.groupBy(rows, ({ schoolId, cohort }) => `${schoolId}:${cohort}`);
    return json({ schools: [...schools.values()].map(countsOf) });
  },
});

function countsOf(rows: readonly Row[]): z.infer<typeof SchoolCounts> {
  const [first] = rows;
  if (!first) throw new TypeError('a group has rows');
  const { schoolId, code, name, cohort } = first;
  const total = (column: 'graduates' | 'overdue'): number => rows.reduce((sum, row) => sum + row[column], 0);
  const by = (column: 'stage' | 'status'): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const row of rows) counts[row[column]] = (counts[row[column]] ?? 0) + row.graduates;
    return counts;
  };
  return {
    schoolId,
    code,
    name,
    cohort,
    graduates: total('graduates'),
    overdue: total('overdue'),
    stages: by('stage'),
    confirmations: by('status'),
  };
}
