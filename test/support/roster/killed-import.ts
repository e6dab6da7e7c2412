import { once } from 'node:events';
import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { rosterImportWorkflowId, rosterImportWorkflowType, type RosterImportProgress } from '../../../domain/roster/messages.ts';
import { insertRosterImport } from '../../../infra/roster/import-store.ts';
import { createFileStore, newFileKey } from '../../../infra/storage/file-store.ts';
import { connectTemporal } from '../../../infra/temporal/connect.ts';
import { seedSchool } from '../../../prisma/seed/seed-school.ts';
import { stackAddresses } from '../stack/addresses.ts';
import type { TestRecord } from '../record/test-record.ts';
import { startWorkerProcess } from '../temporal/worker-process.ts';

/** Rows read, rows put on the roster and lifecycles started so far: what an import has behind it. */
const work = `SELECT CASE "status" WHEN 'UPLOADED' THEN 0 WHEN 'VALIDATING' THEN "reachedRow" ELSE "validRows" + "invalidRows" + "reachedRow" END
  + (SELECT count(*) FROM "graduate" WHERE "workflowStartedAt" IS NOT NULL) AS "done", "status" FROM "roster_import" WHERE "id" = $1`;

/** Imports a sheet by worker processes of which so many are killed, each after a random piece of work. */
export async function importThroughKills(record: TestRecord, sheet: Uint8Array, rows: number, kills: number): Promise<{ importId: string; progress: RosterImportProgress; killed: number }> {
  const { schoolId } = await seedSchool(record.pool, record.newId);
  const [importId, fileKey, uploadedBy] = [record.newId(), newFileKey(), record.newId()];
  await createFileStore({ directory: join(stackAddresses().directory, 'files'), keys: record.keyring.files }).put(fileKey, sheet);
  await insertRosterImport(record.pool, { id: importId, schoolId, cohort: 2027, fileKey, fileName: 'roster', uploadedBy, uploadedByRole: 'SCHOOL_ADMIN' });
  const { client, close } = await connectTemporal(stackAddresses().temporal);
  const taskQueue = `killed-${randomUUID()}`;
  const handle = await client.workflow.start(rosterImportWorkflowType, { workflowId: rosterImportWorkflowId(importId), taskQueue, args: [{ importId }] });
  const done = async (): Promise<number> => (await record.pool.query<{ done: number }>(work, [importId])).rows[0]?.done ?? 0;
  const isRunning = async (): Promise<boolean> => (await handle.describe()).status.name === 'RUNNING';
  let killed = 0;
  for (; killed < kills; killed += 1) {
    const worker = await startWorkerProcess(record.database, taskQueue, 'never');
    const until = await done() + randomInt(1, Math.max(2, Math.floor((3 * rows) / (kills + 1))));
    while (await done() < until && await isRunning()) await delay(3);
    if (!(await isRunning())) { worker.kill('SIGKILL'); break; }
    const exit = once(worker, 'exit');
    worker.kill('SIGKILL');
    await exit;
  }
  const last = await startWorkerProcess(record.database, taskQueue, 'never');
  const progress = await handle.result() as RosterImportProgress;
  last.kill('SIGKILL');
  await close();
  return { importId, progress, killed };
}
