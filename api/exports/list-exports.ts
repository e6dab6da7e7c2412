import { z } from 'zod';
import { exportStatuses } from '../../domain/exports/export.ts';
import { exportColumns, type StoredExport } from '../../infra/exports/export-store.ts';
import { json } from '../http/answer.ts';
import { Filters } from '../http/filters.ts';
import { withinDesks } from '../http/jurisdiction.ts';
import { limitOf, pageOf, pageQuery, readTimeCursor, toPage } from '../http/pagination.ts';
import { route } from '../http/route.ts';
import { ExportItem, exportItem } from './export-view.ts';

/** The exports of one's school, or of one's college, newest first; the files of the older ones are gone. */
export const listExports = route({
  method: 'get',
  path: '/api/exports',
  right: { resource: 'transferExport', action: 'list' },
  part: 'exports',
  summary: 'Exports of transfer lists',
  query: z.strictObject({ ...pageQuery, status: z.enum(exportStatuses).optional() }),
  reply: pageOf(ExportItem),
  handle: async ({ deps, query, entitlements }) => {
    const filters = new Filters();
    filters.addScope((first) => withinDesks(entitlements, 'e', first));
    filters.add('e."status" = ?', query.status);
    filters.add('(e."requestedAt", e."id") < (?, ?)', ...readTimeCursor(query.cursor));
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<StoredExport>(
      `SELECT ${exportColumns} FROM "list_export" e WHERE ${filters.condition} ORDER BY e."requestedAt" DESC, e."id" DESC LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(toPage(rows, limit, exportItem, (row) => [row.requestedAt, row.id]));
  },
});
