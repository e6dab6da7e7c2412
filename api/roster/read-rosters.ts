import { z } from 'zod';
import { ImportStatus } from '../../domain/roster/import-status.ts';
import { json } from '../http/answer.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { limitOf, pageOf, pageQuery, readTimeCursor, toPage } from '../http/pagination.ts';
import { route } from '../http/route.ts';
import { getOwnImport, RosterImport, rosterView } from './roster-view.ts';

/** Where an import stands. */
export const readRoster = route({
  method: 'get',
  path: '/api/rosters/:id',
  right: { resource: 'roster', action: 'read' },
  part: 'roster',
  summary: 'Progress of a roster import',
  params: z.strictObject({ id: z.uuid() }),
  reply: RosterImport,
  handle: async ({ deps, params: { id }, entitlements }) =>
    json(await rosterView(deps.pool, await getOwnImport(deps.pool, id, entitlements))),
});

const Item = z
  .object({ id: z.uuid(), cohort: z.int(), status: ImportStatus, uploadedBy: z.string(), uploadedAt: InstantText })
  .meta({ id: 'RosterItem' });

interface Row extends Omit<z.infer<typeof Item>, 'uploadedAt'> {
  uploadedAt: number;
}

const select = `SELECT i."id", i."cohort", i."status", a."displayName" AS "uploadedBy", i."uploadedAt" FROM "roster_import" i JOIN "account" a ON a."id" = i."uploadedBy"
  WHERE i."schoolId" = ANY($1) AND ($2::timestamptz IS NULL OR (i."uploadedAt", i."id") < ($2, $3)) ORDER BY i."uploadedAt" DESC, i."id" DESC LIMIT $4`;

/** The imports of a school, newest first. */
export const listRosters = route({
  method: 'get',
  path: '/api/rosters',
  right: { resource: 'roster', action: 'read' },
  part: 'roster',
  summary: 'Roster imports of the school',
  query: z.strictObject(pageQuery),
  reply: pageOf(Item),
  handle: async ({ deps, query, entitlements }) => {
    const [uploadedAt = null, id = null] = readTimeCursor(query.cursor);
    const limit = limitOf(query);
    const schools = entitlements.map(({ holding }) => holding.schoolId);
    const { rows } = await deps.pool.query<Row>(select, [schools, uploadedAt, id, limit + 1]);
    return json(
      toPage(
        rows,
        limit,
        (row) => ({ ...row, uploadedAt: instantText(row.uploadedAt) }),
        (row) => [row.uploadedAt, row.id],
      ),
    );
  },
});
