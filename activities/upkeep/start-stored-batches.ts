import { heartbeat } from '@temporalio/activity';
import { startExport } from '../../infra/temporal/start-export.ts';
import { startTransferNumberBatch } from '../../infra/temporal/start-transfer-number-batch.ts';
import type { ActivityDependencies } from '../dependencies.ts';

/** Younger ones are still being started by the API that stored them. */
const stored = (table: string, status: string): string =>
  `SELECT "id" FROM "${table}" WHERE "status" = '${status}' AND "requestedAt" < app_now() - INTERVAL '10 seconds' ORDER BY "requestedAt", "id" LIMIT 200`;

/**
 * Starts every batch of transfer numbers and every export that the record has and that is not over. One that is at work already is left to
 * itself; so nothing need be remembered about whether a start has succeeded, and a Temporal that was restored gets back what it has lost. Returns how many.
 */
export async function startStoredBatches({ pool, client, taskQueue, logger }: Pick<ActivityDependencies, 'pool' | 'client' | 'taskQueue' | 'logger'>): Promise<number> {
  let asked = 0;
  for (const [query, start] of [[stored('transfer_number_batch', 'RUNNING'), startTransferNumberBatch], [stored('list_export', 'WAITING'), startExport]] as const) {
    const { rows } = await pool.query<{ id: string }>(query);
    for (const { id } of rows) {
      try {
        await start(client, taskQueue, id);
      } catch (error) {
        // One that cannot be started must not keep the others waiting; the next sweep tries again.
        logger.warn({ err: error, id }, 'a stored batch could not be started');
      }
      heartbeat();
    }
    asked += rows.length;
  }
  return asked;
}
