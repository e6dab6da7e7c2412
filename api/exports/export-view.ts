import { z } from 'zod';
import { exportStatuses } from '../../domain/exports/export.ts';
import { StatementKind } from '../../domain/grants/grant.ts';
import type { StoredExport } from '../../infra/exports/export-store.ts';
import { InstantText, instantText } from '../http/moments.ts';

export const ExportView = z
  .object({
    id: z.uuid(),
    status: z.enum(exportStatuses),
    requestedAt: InstantText,
    rows: z.int().nullable(),
    snapshotAt: InstantText.nullable().meta({ description: 'Everything in the file is as it was then' }),
    expiresAt: InstantText.nullable(),
  })
  .meta({ id: 'ListExport' });

/** A line of the list: with what was asked for, to tell one from another. */
export const ExportItem = ExportView.extend({
  kind: StatementKind,
  format: z.enum(['XLSX', 'CSV']),
  cohort: z.int(),
  collegeId: z.uuid().nullable(),
  className: z.string().nullable(),
}).meta({ id: 'ListExportItem' });

const moment = (at: number | null): string | null => (at === null ? null : instantText(at));

export const exportView = ({ id, status, requestedAt, rowCount, snapshotAt, expiresAt }: StoredExport): z.infer<typeof ExportView> => ({
  id,
  status,
  requestedAt: instantText(requestedAt),
  rows: rowCount,
  snapshotAt: moment(snapshotAt),
  expiresAt: moment(expiresAt),
});

export function exportItem(stored: StoredExport): z.infer<typeof ExportItem> {
  const { kind, format, cohort, className } = stored.query;
  return { ...exportView(stored), kind, format, cohort, collegeId: stored.collegeId, className };
}
