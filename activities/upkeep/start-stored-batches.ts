import { heartbeat } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { findAskedImports } from '../../infra/roster/asked-imports.ts';
import { startAskedRoster } from '../../infra/temporal/start-asked-roster.ts';
import { startExport } from '../../infra/temporal/start-export.ts';
import { startPrintBatch } from '../../infra/temporal/start-print-batch.ts';
import { startTransferNumberBatch } from '../../infra/temporal/start-transfer-number-batch.ts';
import type { ActivityDependencies } from '../dependencies.ts';

type Start = (client: Client, taskQueue: string, id: string) => Promise<void>;

/** Younger ones are still being started by the API that stored them. */
const startingSeconds = 10;
const stored = (table: string, status: string): string =>
  `SELECT "id" FROM "${table}" WHERE "status" = '${status}' AND "requestedAt" < app_now() - make_interval(secs => $1) ORDER BY "requestedAt", "id" LIMIT 200`;

const waiting: readonly (readonly [query: string, start: Start])[] = [
  [stored('transfer_number_batch', 'RUNNING'), startTransferNumberBatch],
  [stored('list_export', 'WAITING'), startExport],
  [stored('print_batch', 'RUNNING'), startPrintBatch],
];

/**
 * Starts every batch of transfer numbers or papers, every export and every step of a roster that the record has and that is not over. One that is at work
 * already is left to itself; so nothing need be remembered about whether a start has succeeded, and a Temporal that was restored gets back what it has lost.
 * Returns how many.
 */
export async function startStoredBatches({
  pool,
  client,
  taskQueue,
  logger,
}: Pick<ActivityDependencies, 'pool' | 'client' | 'taskQueue' | 'logger'>): Promise<number> {
  const found: { readonly id: string; readonly start: () => Promise<void> }[] = [];
  for (const [query, start] of waiting) {
    const { rows } = await pool.query<{ id: string }>(query, [startingSeconds]);
    found.push(...rows.map(({ id }) => ({ id, start: () => start(client, taskQueue, id) })));
  }
  for (const { id, asked } of await findAskedImports(pool, startingSeconds))
    found.push({ id, start: () => startAskedRoster(client, taskQueue, id, asked) });
  for (const { id, start } of found) {
    try {
      await start();
    } catch (error) {
      // One that cannot be started must not keep the others waiting; the next sweep tries again.
      logger.warn({ err: error, id }, 'what is stored could not be started');
    }
    heartbeat();
  }
  return found.length;
}
