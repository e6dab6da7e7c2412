import { z } from 'zod';
import { ConfirmationStatus } from '../../domain/confirmation/status.ts';
import { json } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { confirmationFilters, confirmationQuery, confirmationTables, DataSource, dataSource } from './confirmation-filters.ts';

/** What the lines of the statistics are about, and the columns that tell one from another. */
const dimensions = {
  SCHOOL: [],
  COLLEGE: ['c."name" AS "college"', 'c."id" AS "collegeId"'],
  MAJOR: ['c."name" AS "college"', 'c."id" AS "collegeId"', 'g."major"'],
  CLASS: ['c."name" AS "college"', 'c."id" AS "collegeId"', 'g."className"'],
} as const;
const By = z.enum(['SCHOOL', 'COLLEGE', 'MAJOR', 'CLASS']);

const statuses = z.record(ConfirmationStatus, z.int());
const Counted = z.object({ graduates: z.int(), statuses });
const Line = Counted.extend({
  cohort: z.int(),
  collegeId: z.uuid().nullable(),
  college: z.string().nullable(),
  major: z.string().nullable(),
  className: z.string().nullable(),
  sources: z.array(Counted.extend({ source: DataSource })).meta({ description: 'The same by data source' }),
}).meta({ id: 'ConfirmationStatistic' });

interface Row {
  cohort: number;
  collegeId?: string | null;
  college?: string | null;
  major?: string | null;
  className?: string | null;
  source: z.infer<typeof DataSource>;
  status: ConfirmationStatus;
  graduates: number;
}

/** R53: how many have confirmed, by data source, for the school or each college, major or class. */
export const countConfirmations = route({
  method: 'get',
  path: '/api/confirmations/statistics',
  right: { resource: 'confirmation', action: 'count' },
  part: 'confirmation',
  summary: 'Confirmations by data source',
  description: 'Takes the filters of the list. A line for each cohort, with its counts by status, in all and by data source.',
  query: z.strictObject({ ...confirmationQuery, by: By.default('SCHOOL') }),
  reply: z.object({ lines: z.array(Line) }),
  handle: async ({ deps, query, session, entitlements }) => {
    const filters = confirmationFilters(query, entitlements, session.accountId);
    const columns = ['g."cohort"', ...dimensions[query.by]].join(', ');
    const groups = Array.from({ length: dimensions[query.by].length + 3 }, (_, index) => index + 1).join(', ');
    const { rows } = await deps.pool.query<Row>(
      `
      SELECT ${columns}, ${dataSource} AS "source", g."confirmationStatus" AS "status", count(*) AS "graduates"
      FROM ${confirmationTables} WHERE ${filters.condition} GROUP BY ${groups} ORDER BY ${groups}`,
      filters.values,
    );
    const lines = Map.groupBy(rows, ({ cohort, collegeId, major, className }) => JSON.stringify([cohort, collegeId, major, className]));
    return json({ lines: [...lines.values()].map(lineOf) });
  },
});

function lineOf(rows: readonly Row[]): z.infer<typeof Line> {
  const [first] = rows;
  if (!first) throw new TypeError('a group has rows');
  const { cohort, collegeId = null, college = null, major = null, className = null } = first;
  const sources = DataSource.options.flatMap((source) => {
    const own = rows.filter((row) => row.source === source);
    return own.length === 0 ? [] : [{ source, ...countOf(own) }];
  });
  return { cohort, collegeId, college, major, className, ...countOf(rows), sources };
}

function countOf(rows: readonly Row[]): z.infer<typeof Counted> {
  const total = (of: readonly Row[]): number => of.reduce((sum, { graduates }) => sum + graduates, 0);
  const count = (status: ConfirmationStatus): number => total(rows.filter((row) => row.status === status));
  return {
    graduates: total(rows),
    statuses: {
      NOT_REPORTED: count('NOT_REPORTED'),
      UNCONFIRMED: count('UNCONFIRMED'),
      CONFIRMED: count('CONFIRMED'),
      DISPUTED: count('DISPUTED'),
    },
  };
}
