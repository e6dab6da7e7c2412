import { once } from 'node:events';
import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { rosterImportWorkflowId, rosterImportWorkflowType, type RosterImportProgress } from '../../../domain/roster/messages.ts';
import { insertRosterImport } from '../../../infra/roster/import-store.ts';
import { createFileStore, newFileKey } from '../../../infra/storage/file-store.ts';
import { connectTemporal } from '../../../infra/temporal/connect.ts';
import { seedSchool } from '../../../prisma/seed/seed-school.ts';
import { waitUntil } from '../../../scripts/stack/wait-until.ts';
import { stackAddresses } from '../stack/addresses.ts';
import type { TestRecord } from '../record/test-record.ts';
import { startWorkerProcess } from '../temporal/worker-process.ts';

/** Rows judged, rows settled by the commit and lifecycles started: what an import has behind it, which only grows. */
const work = `SELECT CASE "status" WHEN 'UPLOADED' THEN 0 WHEN 'VALIDATING' THEN "reachedRow" WHEN 'VALIDATED' THEN $2 WHEN 'IMPORTING' THEN $2 + "reachedRow" ELSE 2 * $2 END
  + (SELECT count(*) FROM "graduate" WHERE "workflowStartedAt" IS NOT NULL) AS "done" FROM "roster_import" WHERE "id" = $1`;

export interface KilledImport {
  readonly sheet: Uint8Array;
  readonly rows: number;
  /** Of them without a mistake. */
  readonly good: number;
  readonly kills: number;
}

/** Imports a sheet by worker processes of which so many are killed, each at a random piece of the whole work and not before it has done some. */
export async function importThroughKills(
  record: TestRecord,
  { sheet, rows, good, kills }: KilledImport,
): Promise<{ importId: string; progress: RosterImportProgress }> {
  const { schoolId } = await seedSchool(record.pool, record.newId);
  const [importId, fileKey, uploadedBy] = [record.newId(), newFileKey(), record.newId()];
  await createFileStore({ directory: join(stackAddresses().directory, 'files'), keys: record.keyring.files }).put(fileKey, sheet);
  await insertRosterImport(record.pool, {
    id: importId,
    schoolId,
    cohort: 2027,
    fileKey,
    fileName: 'roster',
    uploadedBy,
    uploadedByRole: 'SCHOOL_ADMIN',
  });
  const { client, close } = await connectTemporal(stackAddresses().temporal);
  const taskQueue = `killed-${randomUUID()}`;
  const handle = await client.workflow.start(rosterImportWorkflowType, {
    workflowId: rosterImportWorkflowId(importId),
    taskQueue,
    args: [{ importId }],
  });
  const done = async (): Promise<number> => (await record.pool.query<{ done: number }>(work, [importId, rows])).rows[0]?.done ?? 0;
  const pieces = Array.from({ length: kills }, () => randomInt(1, Math.floor(0.9 * (2 * rows + good)))).sort((a, b) => a - b);
  for (const piece of pieces) {
    const worker = await startWorkerProcess(record.database, taskQueue, 'never');
    const until = Math.max(piece, (await done()) + 1);
    await waitUntil(async () => (await done()) >= until, {
      timeoutMs: 120_000,
      intervalMs: 5,
      explain: () => new Error('the import stands still'),
    });
    // What is counted was committed a moment ago: the kill meets what comes next anywhere.
    await delay(randomInt(0, 100));
    const exit = once(worker, 'exit');
    worker.kill('SIGKILL');
    await exit;
  }
  const last = await startWorkerProcess(record.database, taskQueue, 'never');
  const progress = (await handle.result()) as RosterImportProgress;
  last.kill('SIGKILL');
  await close();
  return { importId, progress };
}
