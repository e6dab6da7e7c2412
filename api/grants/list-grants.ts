import { z } from 'zod';
import { GrantStatus, liveStatus, type GrantState } from '../../domain/grants/grant.ts';
import { readClock } from '../../infra/record/clock.ts';
import { addPlace } from '../graduate/place-filters.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { CohortText } from '../http/query-values.ts';
import { route } from '../http/route.ts';

const Status = z.enum(['UNAUTHORISED', ...GrantStatus.options]);

const Item = z
  .object({
    graduateId: z.uuid(),
    name: z.string(),
    studentNo: z.string(),
    cohort: z.int(),
    college: z.string().nullable(),
    className: z.string().nullable(),
    dossier: Status,
    hukou: Status,
  })
  .meta({ id: 'GrantItem' });

interface Row extends Omit<z.infer<typeof Item>, 'dossier' | 'hukou'> {
  dossier: GrantState | null;
  hukou: GrantState | null;
}

const Position = z.tuple([z.uuid()]);

const newest = (
  kind: 'DOSSIER' | 'HUKOU',
): string => `(SELECT jsonb_build_object('status', "status", 'deadline', (extract(epoch FROM "deadline") * 1000)::bigint)
  FROM "verification_grant" WHERE "graduateId" = g."id" AND "kind" = '${kind}' ORDER BY "issuedAt" DESC, "id" DESC LIMIT 1)`;

/** R30, R34: of each grant the status words and nothing else; UNAUTHORISED is 未确认. */
export const listGrants = route({
  method: 'get',
  path: '/api/grants',
  right: { resource: 'grant', action: 'list' },
  part: 'grants',
  summary: 'Status of grants',
  query: z.strictObject({
    ...pageQuery,
    cohort: CohortText.optional(),
    collegeId: z.uuid().optional(),
    className: z.string().max(60).optional(),
  }),
  reply: pageOf(Item),
  handle: async ({ deps, query, session, entitlements }) => {
    const filters = new Filters();
    filters.addScope((first) => withinEntitlements(entitlements, session.accountId, first));
    addPlace(filters, query);
    filters.add('g."id" > ?', readCursor(Position, query.cursor)?.[0]);
    const limit = limitOf(query);
    const [{ rows }, now] = await Promise.all([
      deps.pool.query<Row>(
        `
      SELECT g."id" AS "graduateId", g."name", g."studentNo", g."cohort", c."name" AS "college", g."className", ${newest('DOSSIER')} AS "dossier", ${newest('HUKOU')} AS "hukou"
      FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" LEFT JOIN "college" c ON c."id" = g."collegeId"
      WHERE ${filters.condition} ORDER BY g."id" LIMIT ${limit + 1}`,
        filters.values,
      ),
      readClock(deps.pool),
    ]);
    const statusOf = (grant: GrantState | null): z.infer<typeof Status> => (grant ? liveStatus(grant, now) : 'UNAUTHORISED');
    return json(
      toPage(
        rows,
        limit,
        (row) => ({ ...row, dossier: statusOf(row.dossier), hukou: statusOf(row.hukou) }),
        ({ graduateId }) => [graduateId],
      ),
    );
  },
});
