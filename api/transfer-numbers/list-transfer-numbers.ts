import { z } from 'zod';
import { StatementKind } from '../../domain/grants/grant.ts';
import { Stage } from '../../domain/lifecycle/stage.ts';
import { numberStates } from '../../domain/transfer-numbers/list-row.ts';
import { readTransferList, scopeFrom } from '../../infra/transfer-numbers/transfer-list.ts';
import { json } from '../http/answer.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { CohortText, InstantQuery } from '../http/query-values.ts';
import { route } from '../http/route.ts';

const content = z.record(z.string(), z.unknown()).nullable();
const Row = z
  .object({
    graduateId: z.uuid(),
    name: z.string(),
    studentNo: z.string(),
    college: z.string().nullable(),
    className: z.string().nullable(),
    major: z.string(),
    graduatedAt: z.string(),
    destination: content,
    transfer: content.meta({ description: 'The dossier or hukou section in force' }),
    state: z.enum(numberStates).meta({ description: 'STALE: a key change has come since, to be made anew (R38)' }),
    updatedAt: InstantText.nullable(),
    transferNumber: z.string().nullable(),
  })
  .meta({ id: 'TransferListRow' });

const Position = z.tuple([z.uuid()]);

/** The transfer list of dossiers or of hukou (R41, R43), for college and school only (R36). */
export const listTransferNumbers = route({
  method: 'get',
  path: '/api/transfer-lists/:kind',
  right: { resource: 'transferNumber', action: 'list' },
  part: 'transfer-numbers',
  summary: 'Transfer list of dossiers or hukou',
  params: z.strictObject({ kind: StatementKind }),
  query: z.strictObject({
    ...pageQuery,
    cohort: CohortText.optional(),
    collegeId: z.uuid().optional(),
    className: z.string().max(60).optional(),
    stage: Stage.optional(),
    state: z.enum(numberStates).optional(),
    updatedFrom: InstantQuery.optional(),
    updatedUntil: InstantQuery.optional(),
  }),
  reply: pageOf(Row),
  handle: async ({ deps, params: { kind }, query, session, entitlements }) => {
    const limit = limitOf(query);
    const after = readCursor(Position, query.cursor)?.[0] ?? null;
    const rows = await readTransferList(
      deps.pool,
      deps.seals,
      kind,
      query,
      withinEntitlements(entitlements, session.accountId, scopeFrom),
      after,
      limit + 1,
    );
    return json(
      toPage(
        rows,
        limit,
        (row) => ({ ...row, updatedAt: row.updatedAt === null ? null : instantText(row.updatedAt) }),
        ({ graduateId }) => [graduateId],
      ),
    );
  },
});
