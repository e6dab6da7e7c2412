import { heartbeat } from '@temporalio/activity';
import { WorkflowNotFoundError } from '@temporalio/common';
import { recordChangedSignalName } from '../../domain/lifecycle/messages.ts';
import { graduateWorkflowId } from '../../domain/lifecycle/workflow-id.ts';
import { startFromRecord } from '../../infra/temporal/start-from-record.ts';
import type { ActivityDependencies } from '../dependencies.ts';

interface Message {
  readonly graduateId: string;
  readonly ids: readonly number[];
  readonly last: number;
}

const atOnce = 10;
/** The sweep of commands waits for this one: what a cutoff leaves goes out in many spells, and nobody's command lies behind it. */
const spellMs = 8_000;

const undelivered = `SELECT "graduateId", array_agg("id") AS "ids", max("id") AS "last" FROM (SELECT "id", "graduateId" FROM "outbox" WHERE "deliveredAt" IS NULL AND "id" > $1 ORDER BY "id" LIMIT 1000) waiting
  GROUP BY "graduateId" ORDER BY "last"`;
// By their ids: by the graduate, each of the thousand would read through everything that waits, which after a batch is a school's worth.
const delivered = 'UPDATE "outbox" SET "deliveredAt" = app_now() WHERE "id" = ANY($1::bigint[])';

/**
 * Tells each lifecycle workflow once that its record has changed; one that does not run is started from the record. One that cannot be
 * told does not keep the others waiting: the first error is thrown at the end. Returns how many were told.
 */
export async function deliverOutbox(dependencies: ActivityDependencies): Promise<number> {
  const until = Date.now() + spellMs;
  let [told, after] = [0, 0];
  let failure: { error: unknown } | undefined;
  for (;;) {
    const { rows } = await dependencies.pool.query<Message>(undelivered, [after]);
    for (let from = 0; from < rows.length && Date.now() < until; from += atOnce) {
      const results = await Promise.allSettled(rows.slice(from, from + atOnce).map((message) => tell(dependencies, message)));
      const done = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      for (const result of results) if (result.status === 'rejected') failure ??= { error: result.reason };
      await dependencies.pool.query(delivered, [done.flat()]);
      told += done.length;
      heartbeat();
    }
    const last = rows.at(-1);
    if (last && Date.now() < until) after = last.last;
    else if (failure) throw failure.error;
    else return told;
  }
}

async function tell(dependencies: ActivityDependencies, { graduateId, ids }: Message): Promise<readonly number[]> {
  try {
    await dependencies.client.workflow.getHandle(graduateWorkflowId(graduateId)).signal(recordChangedSignalName);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    await startFromRecord(dependencies, graduateId);
  }
  return ids;
}
