import { heartbeat } from '@temporalio/activity';
import { acknowledgeCommand } from '../../infra/record/command-store.ts';
import { readClock, readClockOffset } from '../../infra/record/clock.ts';
import { getLifecycleSubject } from '../../infra/record/lifecycle-subject.ts';
import { sendCommand } from '../../infra/temporal/send-command.ts';
import type { ActivityDependencies } from '../dependencies.ts';

const batch = 500;
const timeoutMs = 20_000;

/** Younger ones are still being answered by the API that stored them. */
const unfinished = `SELECT "id", "graduateId" FROM "command"
  WHERE ("outcome" IS NULL OR "acknowledgedAt" IS NULL) AND "receivedAt" < app_now() - INTERVAL '10 seconds'
  ORDER BY "receivedAt", "id" LIMIT ${batch}`;

/**
 * Sends again, in the order of receipt, every command that lacks outcome or acknowledgement. The workflow hears of a
 * command that was decided but left no trace in its history, and answers with the outcome that is there.
 */
export async function resendCommands(dependencies: ActivityDependencies): Promise<number> {
  const { pool, rulePacks, logger } = dependencies;
  const { rows } = await pool.query<{ id: string; graduateId: string }>(unfinished);
  if (rows.length === 0) return 0;
  const clockOffsetMs = await readClockOffset(pool);
  for (const { id, graduateId } of rows) {
    const readSubject = async () => getLifecycleSubject(pool, rulePacks, graduateId, await readClock(pool));
    try {
      const answered = await sendCommand(dependencies, { commandId: id, graduateId, timeoutMs, clockOffsetMs, readSubject });
      if (answered) await acknowledgeCommand(pool, id);
    } catch (error) {
      // One graduate's trouble must not keep the others waiting; the next sweep tries again.
      logger.warn({ err: error, commandId: id }, 'command could not be sent again');
    }
    heartbeat();
  }
  return rows.length;
}
