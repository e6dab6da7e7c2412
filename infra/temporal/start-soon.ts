import type { Connection } from '@temporalio/client';
import type { Logger } from '../logger/logger.ts';

/** Longer than a start takes, shorter than somebody waits for an answer that does not depend on it. */
const timeoutMs = 3_000;

/** Starts the workflow of a row that is stored. While Temporal is away the row waits for the sweep (startStoredBatches), and the request is accepted all the same. */
export async function startSoon(
  connection: Pick<Connection, 'withDeadline'>,
  logger: Logger,
  start: () => Promise<unknown>,
): Promise<void> {
  try {
    await connection.withDeadline(Date.now() + timeoutMs, start);
  } catch (error) {
    logger.warn({ err: error }, 'what is stored was not started: left to the sweep');
  }
}
