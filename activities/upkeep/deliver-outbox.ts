import { heartbeat } from '@temporalio/activity';
import { WorkflowNotFoundError } from '@temporalio/common';
import { recordChangedSignalName } from '../../domain/lifecycle/messages.ts';
import { graduateWorkflowId } from '../../domain/lifecycle/workflow-id.ts';
import { startFromRecord } from '../../infra/temporal/start-from-record.ts';
import type { ActivityDependencies } from '../dependencies.ts';

const undelivered = `SELECT "graduateId", max("id") AS "upTo" FROM (SELECT "id", "graduateId" FROM "outbox" WHERE "deliveredAt" IS NULL ORDER BY "id" LIMIT 1000) waiting
  GROUP BY "graduateId" ORDER BY 2`;
const delivered = `UPDATE "outbox" SET "deliveredAt" = app_now() WHERE "graduateId" = $1 AND "id" <= $2 AND "deliveredAt" IS NULL`;

/** Tells each lifecycle workflow once that its record has changed; one that does not run is started from the record. */
export async function deliverOutbox(dependencies: ActivityDependencies): Promise<number> {
  const { pool, client } = dependencies;
  const { rows } = await pool.query<{ graduateId: string; upTo: number }>(undelivered);
  for (const { graduateId, upTo } of rows) {
    try {
      await client.workflow.getHandle(graduateWorkflowId(graduateId)).signal(recordChangedSignalName);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      await startFromRecord(dependencies, graduateId);
    }
    await pool.query(delivered, [graduateId, upTo]);
    heartbeat();
  }
  return rows.length;
}
