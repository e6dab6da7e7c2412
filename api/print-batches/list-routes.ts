import { z } from 'zod';
import { errors, type ErrorCode } from '../../domain/errors/error-code.ts';
import { dispatchPapers } from '../../domain/dispatch/messages.ts';
import type { PrintedPaper } from '../../domain/print-batches/print-batch.ts';
import { printBatchColumns, printBatchOf, type StoredPrintBatch } from '../../infra/print-batches/batch-store.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { withinEntitlements } from '../http/jurisdiction.ts';
import { limitOf, pageOf, pageQuery, readCursor, readTimeCursor, toPage } from '../http/pagination.ts';
import { route } from '../http/route.ts';
import { getPrintBatch, paperSchools, printBatchParams } from './batch-of.ts';
import { PrintBatchItem, printBatchItem } from './batch-view.ts';

/** The batches of a desk, newest first. */
export const listPrintBatches = route({
  method: 'get',
  path: '/api/print-batches',
  right: { resource: 'printBatch', action: 'list' },
  part: 'print-batches',
  summary: 'Batches of papers, newest first',
  query: z.strictObject({ ...pageQuery, of: z.enum(['STATEMENTS', 'DISPATCHES']).optional() }),
  reply: pageOf(PrintBatchItem),
  handle: async ({ deps, query, entitlements }) => {
    const filters = new Filters();
    const reaching = (jurisdiction: 'SCHOOL' | 'COLLEGE') =>
      entitlements.filter((entitlement) => entitlement.jurisdiction === jurisdiction).map(({ holding }) => holding);
    filters.add(
      '("schoolId" = ANY (?) OR "collegeId" = ANY (?))',
      reaching('SCHOOL').map(({ schoolId }) => schoolId),
      reaching('COLLEGE').map(({ collegeId }) => collegeId),
    );
    filters.add(`("query"->>'of' = 'STATEMENTS' OR "schoolId" = ANY (?))`, paperSchools(entitlements));
    filters.add(`"query"->>'of' = ?`, query.of);
    filters.add('("requestedAt", "id") < (?, ?)', ...readTimeCursor(query.cursor));
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<StoredPrintBatch>(
      `SELECT ${printBatchColumns} FROM "print_batch" WHERE ${filters.condition} ORDER BY "requestedAt" DESC, "id" DESC LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(toPage(rows.map(printBatchOf), limit, printBatchItem, ({ requestedAt, id }) => [requestedAt, id]));
  },
});

const Skip = z
  .object({
    position: z.int(),
    graduateId: z.uuid(),
    name: z.string(),
    studentNo: z.string(),
    paper: z.enum(['statement', ...dispatchPapers]),
    code: z.string(),
    reason: z.string().meta({ description: 'In the language of the request' }),
    characters: z.array(z.string()).meta({ description: 'With GLYPH_MISSING: what cannot be printed' }),
  })
  .meta({ id: 'PrintSkip' });

interface SkipRow {
  position: number;
  graduateId: string;
  name: string;
  studentNo: string;
  paper: PrintedPaper;
  code: ErrorCode;
  characters: string | null;
}
const Place = z.tuple([z.int()]);

/** Why papers of a batch were not printed, in its order. */
export const listPrintSkips = route({
  method: 'get',
  path: '/api/print-batches/:printBatchId/skips',
  right: { resource: 'printBatch', action: 'read' },
  part: 'print-batches',
  summary: 'Which papers a batch has skipped, and why',
  params: printBatchParams,
  query: z.strictObject({ ...pageQuery, code: z.string().max(60).optional() }),
  reply: pageOf(Skip),
  handle: async ({ deps, params, query, session, entitlements, language }) => {
    const { id } = await getPrintBatch(deps.pool, entitlements, params.printBatchId);
    const filters = new Filters();
    filters.addScope((first) => withinEntitlements(entitlements, session.accountId, first));
    filters.add('i."batchId" = ?', id);
    filters.add('i."status" = ?', 'SKIPPED');
    filters.add('i."code" = ?', query.code);
    filters.add('i."position" > ?', readCursor(Place, query.cursor)?.[0]);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<SkipRow>(
      `
      SELECT i."position", i."graduateId", g."name", g."studentNo", i."paper", i."code", i."characters"
      FROM "print_batch_item" i JOIN "graduate" g ON g."id" = i."graduateId" JOIN "school" s ON s."id" = g."schoolId"
      WHERE ${filters.condition} ORDER BY i."position" LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(
      toPage(
        rows,
        limit,
        (row) => ({ ...row, characters: [...(row.characters ?? '')], reason: errors[row.code][language] }),
        ({ position }) => [position],
      ),
    );
  },
});
