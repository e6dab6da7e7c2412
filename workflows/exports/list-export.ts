import { proxyActivities } from '@temporalio/workflow';
import type { ExportInput } from '../../domain/exports/export.ts';
import type { ExportActivities } from './ports.ts';

/** Nothing about the query can make it fail, so an error is the database's or the disk's: tried until they are back. */
const exports = proxyActivities<ExportActivities>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Writes a list to a file, on a worker: 10,000 rows would hold up an API. */
export async function listExport({ exportId }: ExportInput): Promise<number> {
  return exports.writeExport(exportId);
}

/** Deletes files whose retention is over; a schedule starts it each hour. */
export async function fileRetention(): Promise<number> {
  return exports.forgetFiles();
}
