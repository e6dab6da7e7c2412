import { z } from 'zod';
import { InstantText, instantText } from '../http/moments.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { route } from '../http/route.ts';

const Waiting = z.object({ waiting: z.int(), late: z.int(), oldest: InstantText.nullable() });

const Today = z
  .object({
    collegeReview: Waiting.meta({ description: 'Submissions at the desk of the college; late: reported as overdue (R14)' }),
    schoolReview: Waiting.meta({ description: 'The same at the desk of the school' }),
    tickets: Waiting.omit({ late: true }).meta({ description: 'Requests of graduates that nobody has answered' }),
    graduates: z.object({ all: z.int(), overdue: z.int().meta({ description: 'Those whom a deadline has passed by' }), disputed: z.int() }),
  })
  .meta({ id: 'DeskToday' });

interface Row {
  college: number;
  collegeLate: number;
  collegeOldest: number | null;
  school: number;
  schoolLate: number;
  schoolOldest: number | null;
  tickets: number;
  ticketsOldest: number | null;
  graduates: number;
  overdue: number;
  disputed: number;
}

const oldest = (column: string, condition: string) => `(extract(epoch FROM min(${column}) FILTER (WHERE ${condition})) * 1000)::bigint`;
const atDesk = (desk: string, name: string) => `count(*) FILTER (WHERE v."status" = '${desk}') AS "${name}",
  count(*) FILTER (WHERE v."status" = '${desk}' AND v."overdueToldAt" IS NOT NULL) AS "${name}Late", ${oldest('v."statusSince"', `v."status" = '${desk}'`)} AS "${name}Oldest"`;

/** What waits and what is late in a jurisdiction: counts and nothing about anybody. */
export const readToday = route({
  method: 'get',
  path: '/api/today',
  right: { resource: 'progress', action: 'read' },
  part: 'graduate',
  summary: 'What waits for the desks today',
  reply: Today,
  handle: async ({ deps, session, entitlements }) => {
    const filters = new Filters();
    filters.addScope((first) => withinEntitlements(entitlements, session.accountId, first));
    const {
      rows: [row],
    } = await deps.pool.query<Row>(
      `
      WITH own AS MATERIALIZED (SELECT g."id", g."overdue", g."confirmationStatus" FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" WHERE ${filters.condition})
      SELECT r.*, t.*, o.* FROM
        (SELECT ${atDesk('COLLEGE_REVIEW', 'college')}, ${atDesk('SCHOOL_REVIEW', 'school')}
          FROM "section_version" v JOIN own ON own."id" = v."graduateId" WHERE v."status" IN ('COLLEGE_REVIEW', 'SCHOOL_REVIEW')) r,
        (SELECT count(*) AS "tickets", ${oldest('t."openedAt"', 'true')} AS "ticketsOldest" FROM "ticket" t JOIN own ON own."id" = t."graduateId" WHERE t."status" = 'OPEN') t,
        (SELECT count(*) AS "graduates", count(*) FILTER (WHERE "overdue") AS "overdue", count(*) FILTER (WHERE "confirmationStatus" = 'DISPUTED') AS "disputed" FROM own) o`,
      filters.values,
    );
    if (!row) throw new TypeError('counts have a row');
    const since = (at: number | null) => (at === null ? null : instantText(at));
    return json({
      collegeReview: { waiting: row.college, late: row.collegeLate, oldest: since(row.collegeOldest) },
      schoolReview: { waiting: row.school, late: row.schoolLate, oldest: since(row.schoolOldest) },
      tickets: { waiting: row.tickets, oldest: since(row.ticketsOldest) },
      graduates: { all: row.graduates, overdue: row.overdue, disputed: row.disputed },
    });
  },
});
