import { heartbeat } from '@temporalio/activity';
import { WorkflowNotFoundError } from '@temporalio/common';
import { recordChangedSignalName } from '../../domain/lifecycle/messages.ts';
import { graduateWorkflowId } from '../../domain/lifecycle/workflow-id.ts';
import { startFromRecord } from '../../infra/temporal/start-from-record.ts';
import type { ActivityDependencies } from '../dependencies.ts';

const undelivered = `SELECT "graduateId", array_agg("id") AS "ids" FROM (SELECT "id", "graduateId" FROM "outbox" WHERE "deliveredAt" IS NULL ORDER BY "id" LIMIT 1000) waiting
  GROUP BY "graduateId" ORDER BY max("id")`;
// By their ids: by the graduate, each of the thousand would read through everything that waits, which after a batch is a school's worth.
const delivered = 'UPDATE "outbox" SET "deliveredAt" = app_now() WHERE "id" = ANY($1::bigint[])';

/** Tells each lifecycle workflow once that its record has changed; one that does not run is started from the record. */
export async function deliverOutbox(dependencies: ActivityDependencies): Promise<number> {
  const { pool, client } = dependencies;
  const { rows } = await pool.query<{ graduateId: string; ids: readonly number[] }>(undelivered);
  for (const { graduateId, ids } of rows) {
    try {
      await client.workflow.getHandle(graduateWorkflowId(graduateId)).signal(recordChangedSignalName);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      await startFromRecord(dependencies, graduateId);
    }
    await pool.query(delivered, [ids]);
    heartbeat();
  }
  return rows.length;
}
