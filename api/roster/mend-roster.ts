import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { rosterColumns, type RosterField } from '../../domain/roster/columns.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { findRosterImport, markMended } from '../../infra/roster/import-store.ts';
import { writeMend } from '../../infra/roster/mends.ts';
import { json } from '../http/answer.ts';
import { invalidRequest } from '../http/refusals.ts';
import { route } from '../http/route.ts';
import { getOwnImport, RosterImport, rosterView } from './roster-view.ts';

const fields = rosterColumns.map(({ field }) => field) as [RosterField, ...RosterField[]];
const Body = z.strictObject({
  rows: z
    .array(z.strictObject({ rowNumber: z.int().min(1), cells: z.partialRecord(z.enum(fields), z.string().max(1_000).nullable()) }))
    .min(1)
    .max(200),
});

/** Cells are put right in place; the whole file is judged again by the path of every trial run, since one row may repeat another. */
export const mendRoster = route({
  method: 'post',
  path: '/api/rosters/:id/mends',
  right: { resource: 'roster', action: 'upload' },
  part: 'roster',
  summary: 'Replace cells of rows and judge the import again',
  params: z.strictObject({ id: z.uuid() }),
  body: Body,
  reply: RosterImport,
  handle: async ({ deps, params: { id }, body, session, entitlements }) => {
    await getOwnImport(deps.pool, id, entitlements);
    await inTransaction(deps.pool, async (connection) => {
      if (!(await markMended(connection, id))) throw new RefusalError('IMPORT_BUSY');
      for (const { rowNumber, cells } of body.rows) {
        const {
          rows: [row],
        } = await connection.query<{ status: string }>(
          'SELECT "status" FROM "roster_import_row" WHERE "importId" = $1 AND "rowNumber" = $2',
          [id, rowNumber],
        );
        // Who is on the roster is corrected there, with the consequences of that.
        if (!row || ['IMPORTED', 'UPDATED', 'REMOVED'].includes(row.status))
          throw invalidRequest({ field: 'rows.rowNumber', code: 'VALUE_WRONG' });
        await writeMend(connection, deps, { importId: id, rowNumber, cells, mendedBy: session.accountId });
      }
    });
    await deps.startRosterStep(id, 'VALIDATE');
    const stored = await findRosterImport(deps.pool, id);
    if (!stored) throw new RefusalError('NOT_FOUND');
    return json(await rosterView(deps.pool, stored));
  },
});
