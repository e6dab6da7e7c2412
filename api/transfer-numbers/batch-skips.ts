import { z } from 'zod';
import { errors, type ErrorCode } from '../../domain/errors/error-code.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { route } from '../http/route.ts';
import { batchParams, getBatch } from './batch-routes.ts';

const Skip = z
  .object({
    graduateId: z.uuid(),
    name: z.string(),
    studentNo: z.string(),
    code: z.string(),
    reason: z.string().meta({ description: 'In the language of the request' }),
  })
  .meta({ id: 'TransferNumberSkip' });

interface Row {
  graduateId: string;
  name: string;
  studentNo: string;
  code: ErrorCode;
}
const Position = z.tuple([z.uuid()]);

/** Why each graduate of a batch got no number. */
export const listTransferNumberSkips = route({
  method: 'get',
  path: '/api/transfer-number-batches/:batchId/skips',
  right: { resource: 'transferNumber', action: 'issue' },
  part: 'transfer-numbers',
  summary: 'Whom a batch has skipped, and why',
  params: batchParams,
  query: z.strictObject({ ...pageQuery, code: z.string().max(60).optional() }),
  reply: pageOf(Skip),
  handle: async ({ deps, params, query, session, entitlements, language }) => {
    const { id } = await getBatch(deps.pool, entitlements, params.batchId);
    const filters = new Filters();
    filters.addScope((first) => withinEntitlements(entitlements, session.accountId, first));
    filters.add('k."batchId" = ?', id);
    filters.add('k."code" = ?', query.code);
    filters.add('k."graduateId" > ?', readCursor(Position, query.cursor)?.[0]);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<Row>(
      `
      SELECT k."graduateId", g."name", g."studentNo", k."code" FROM "transfer_number_batch_skip" k JOIN "graduate" g ON g."id" = k."graduateId" JOIN "school" s ON s."id" = g."schoolId"
      WHERE ${filters.condition} ORDER BY k."graduateId" LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(
      toPage(
        rows,
        limit,
        (row) => ({ ...row, reason: errors[row.code][language] }),
        ({ graduateId }) => [graduateId],
      ),
    );
  },
});
