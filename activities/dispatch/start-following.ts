import { dispatchChangedSignalName, dispatchWorkflowId, dispatchWorkflowType, type DispatchInput } from '../../domain/dispatch/messages.ts';
import { readClockOffset } from '../../infra/record/clock.ts';
import { alignClock } from '../../infra/temporal/align-clock.ts';
import type { ActivityDependencies } from '../dependencies.ts';

const unheard = 'SELECT "id", "version" FROM "dispatch" WHERE "followedVersion" < "version" ORDER BY "id" LIMIT 500';
const heard = 'UPDATE "dispatch" SET "followedVersion" = $2 WHERE "id" = $1 AND "followedVersion" < $2';

/**
 * Starts the workflow of each file that has left, or tells it that something changed. The record is written first and by itself, so a file is
 * followed whatever crashes between; one that is over is started for nothing and ends at once. Returns how many.
 */
export async function startFollowing({
  pool,
  client,
  taskQueue,
}: Pick<ActivityDependencies, 'pool' | 'client' | 'taskQueue'>): Promise<number> {
  const { rows } = await pool.query<{ id: string; version: number }>(unheard);
  const clockOffsetMs = rows.length === 0 ? 0 : await readClockOffset(pool);
  for (const { id, version } of rows) {
    const input: DispatchInput = { dispatchId: id };
    const workflowId = dispatchWorkflowId(id);
    await client.workflow.signalWithStart(dispatchWorkflowType, {
      workflowId,
      taskQueue,
      args: [input],
      signal: dispatchChangedSignalName,
      staticSummary: 'A file on its way',
    });
    // One that has ended meanwhile has no clock.
    if (clockOffsetMs > 0) await alignClock(client, workflowId, clockOffsetMs).catch(() => undefined);
    await pool.query(heard, [id, version]);
  }
  return rows.length;
}
