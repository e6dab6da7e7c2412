import { z } from 'zod';
import { Carrier } from '../../domain/dispatch/carrier.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { enterTracking, type TrackingOutcome } from '../../infra/dispatch/enter-tracking.ts';
import { readTrackingSheet, trackingSheetBytes } from '../../infra/dispatch/read-tracking-sheet.ts';
import { SpreadsheetError } from '../../infra/spreadsheet/spreadsheet-error.ts';
import { readUpload } from '../evidence/read-upload.ts';
import { json } from '../http/answer.ts';
import { schoolOf } from '../http/jurisdiction.ts';
import { route } from '../http/route.ts';

const done: readonly TrackingOutcome[] = ['SENT', 'TRACKED', 'SAME'];
const Report = z
  .object({
    sent: z.int(),
    tracked: z.int(),
    same: z.int(),
    skipped: z
      .array(z.object({ row: z.int(), reason: z.string() }))
      .meta({ description: 'Rows that changed nothing, and why; by their numbers in the sheet' }),
  })
  .meta({ id: 'TrackingReport' });

/** The courier's sheet: tracking numbers by 转档字 or 学号. Each row by itself; the same sheet again changes nothing. */
export const importTracking = route({
  method: 'post',
  path: '/api/dispatches/tracking',
  right: { resource: 'dispatch', action: 'record' },
  part: 'dispatch',
  summary: 'Import tracking numbers (XLSX or CSV)',
  consumes: 'multipart/form-data',
  query: z.strictObject({ carrier: Carrier.default('EMS') }),
  reply: Report,
  handle: async ({ deps, request, query, session, entitlements }) => {
    const { schoolId, role } = schoolOf(entitlements);
    await deps.rateLimits.take('uploadByAccount', session.accountId);
    const { bytes } = await readUpload(request, trackingSheetBytes);
    const rows = await readTrackingSheet(Buffer.from(bytes)).catch((error: unknown) => {
      if (error instanceof SpreadsheetError)
        throw new RefusalError('FILE_TYPE_MISMATCH', { fields: [{ field: 'file', code: error.code }] });
      throw error;
    });
    const counts = { SENT: 0, TRACKED: 0, SAME: 0 };
    const skipped: { row: number; reason: string }[] = [];
    for (const row of rows) {
      const outcome = await enterTracking(deps, { schoolId, carrier: query.carrier, actor: { id: session.accountId, role } }, row);
      if (done.includes(outcome)) counts[outcome as keyof typeof counts] += 1;
      else skipped.push({ row: row.rowNumber, reason: outcome });
    }
    return json({ sent: counts.SENT, tracked: counts.TRACKED, same: counts.SAME, skipped });
  },
});
