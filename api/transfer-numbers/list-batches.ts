import { z } from 'zod';
import { StatementKind } from '../../domain/grants/grant.ts';
import { BatchStatus } from '../../domain/transfer-numbers/batch.ts';
import { batchColumns, type StoredBatch } from '../../infra/transfer-numbers/batch-store.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { withinDesks } from '../http/jurisdiction.ts';
import { limitOf, pageOf, pageQuery, readTimeCursor, toPage } from '../http/pagination.ts';
import { CohortText } from '../http/query-values.ts';
import { route } from '../http/route.ts';
import { BatchView, batchView } from './batch-view.ts';

/** The batches of one's school, or of one's college, newest first. */
export const listTransferNumberBatches = route({
  method: 'get',
  path: '/api/transfer-number-batches',
  right: { resource: 'transferNumberBatch', action: 'list' },
  part: 'transfer-numbers',
  summary: 'Batches of transfer numbers',
  query: z.strictObject({ ...pageQuery, kind: StatementKind.optional(), cohort: CohortText.optional(), status: BatchStatus.optional() }),
  reply: pageOf(BatchView),
  handle: async ({ deps, query, entitlements }) => {
    const filters = new Filters();
    filters.addScope((first) => withinDesks(entitlements, 'b', first));
    filters.add('b."kind" = ?', query.kind);
    filters.add('b."cohort" = ?', query.cohort);
    filters.add('b."status" = ?', query.status);
    filters.add('(b."requestedAt", b."id") < (?, ?)', ...readTimeCursor(query.cursor));
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<StoredBatch>(
      `SELECT ${batchColumns} FROM "transfer_number_batch" b WHERE ${filters.condition} ORDER BY b."requestedAt" DESC, b."id" DESC LIMIT ${limit + 1}`,
      filters.values,
    );
    const page = toPage(
      rows,
      limit,
      (row) => row,
      (row) => [row.requestedAt, row.id],
    );
    return json({ ...page, items: await Promise.all(page.items.map((batch) => batchView(deps.pool, batch))) });
  },
});
