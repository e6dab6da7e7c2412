import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { rosterColumns, type RosterField } from '../../domain/roster/columns.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { reopenRefused } from '../../infra/roster/import-store.ts';
import { refusalOf } from '../../infra/roster/open-roster.ts';
import { readOwnHeadings, rememberHeadings } from '../../infra/roster/own-headings.ts';
import { readHeadings } from '../../infra/roster/read-headings.ts';
import { json } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { getOwnImport, RosterImport, rosterView } from './roster-view.ts';

const params = z.strictObject({ id: z.uuid() });
const fields = rosterColumns.map(({ field }) => field) as [RosterField, ...RosterField[]];
const Field = z.enum(fields).nullable();
const Proposals = z
  .object({
    headings: z.array(z.object({ heading: z.string(), field: Field, because: z.enum(['CERTAIN', 'WORDS', 'VALUES']).nullable() })),
  })
  .meta({ id: 'RosterHeadings' });

/** What the headings of an uploaded sheet may mean: known, or proposed by their words or by what stands under them. */
export const readRosterHeadings = route({
  method: 'get',
  path: '/api/rosters/:id/headings',
  right: { resource: 'roster', action: 'upload' },
  part: 'roster',
  summary: 'Headings of an uploaded sheet, with proposals for those nobody knows',
  params,
  reply: Proposals,
  handle: async ({ deps, params: { id }, entitlements }) => {
    const stored = await getOwnImport(deps.pool, id, entitlements);
    try {
      return json({ headings: [...(await readHeadings(deps.files, stored.fileKey, await readOwnHeadings(deps.pool, stored.schoolId)))] });
    } catch (error) {
      if (refusalOf(error) !== undefined) throw new RefusalError('IMPORT_BUSY');
      throw error;
    }
  },
});

const Body = z.strictObject({
  headings: z
    .array(z.strictObject({ heading: z.string().min(1).max(200), field: Field }))
    .min(1)
    .max(200),
});

/** A person says what headings mean; the school's sheets are read so from now on, and this one is read again. */
export const confirmRosterHeadings = route({
  method: 'post',
  path: '/api/rosters/:id/headings',
  right: { resource: 'roster', action: 'upload' },
  part: 'roster',
  summary: 'Confirm what headings mean at the school',
  params,
  body: Body,
  reply: RosterImport,
  handle: async ({ deps, params: { id }, body, session, entitlements }) => {
    const stored = await getOwnImport(deps.pool, id, entitlements);
    await inTransaction(deps.pool, async (connection) => {
      await rememberHeadings(connection, { schoolId: stored.schoolId, confirmedBy: session.accountId }, body.headings);
      if (!(await reopenRefused(connection, id))) throw new RefusalError('IMPORT_BUSY');
    });
    await deps.startRosterStep(id, 'VALIDATE');
    return json(await rosterView(deps.pool, await getOwnImport(deps.pool, id, entitlements)));
  },
});
