import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startPrintBatch } from '../../infra/temporal/start-print-batch.ts';
import { connectTemporal, type TemporalClient } from '../../infra/temporal/connect.ts';
import { findPrintBatch } from '../../infra/print-batches/batch-store.ts';
import { createFileStore } from '../../infra/storage/file-store.ts';
import { numberedSchool, requestPrint, workflowOf } from '../support/print-batches/numbered-school.ts';
import { openZip } from '../support/print-batches/open-zip.ts';
import { readFile } from '../support/print-batches/press-room.ts';
import { openTestRecord, type TestRecord } from '../support/record/test-record.ts';
import { stackAddresses } from '../support/stack/addresses.ts';
import { sharedBundle } from '../support/temporal/shared-bundle.ts';
import { startWorkerProcess } from '../support/temporal/worker-process.ts';

let record: TestRecord;
let temporal: TemporalClient;
beforeAll(async () => {
  record = await openTestRecord();
  temporal = await connectTemporal(stackAddresses().temporal);
  await sharedBundle();
});
afterAll(async () => {
  await temporal?.close();
  await record?.close();
});

const directory = () => join(stackAddresses().directory, 'files');
const count = 12;

/** Which file lies under each key: printed again it would be another one. */
async function printsOf(schoolId: string): Promise<Map<string, number>> {
  const { rows } = await record.pool.query<{ key: string }>(
    'SELECT s."contentKey" AS "key" FROM "statement" s JOIN "graduate" g ON g."id" = s."graduateId" WHERE g."schoolId" = $1 ORDER BY 1',
    [schoolId],
  );
  return new Map(
    await Promise.all(
      rows.map(async ({ key }) => [key, (await stat(join(directory(), key.slice(0, 2), key.slice(2, 4), key))).ino] as const),
    ),
  );
}

/** A batch that has begun on a worker of its own. */
async function begin(killed: 'never' | 'after-bind') {
  const { school } = await numberedSchool(record, count);
  const batch = await requestPrint(record, school);
  const taskQueue = `print-${randomUUID()}`;
  const worker = await startWorkerProcess(record.database, taskQueue, killed);
  await startPrintBatch(temporal.client, taskQueue, batch.id);
  return { school, batch, taskQueue, worker };
}

/** The batch on the worker that takes over, to its end. */
async function goOn({ school, batch, taskQueue }: Awaited<ReturnType<typeof begin>>): Promise<Map<string, number>> {
  const worker = await startWorkerProcess(record.database, taskQueue, 'never');
  expect(await temporal.client.workflow.getHandle(workflowOf(batch)).result()).toEqual({
    status: 'READY',
    papers: count,
    done: count,
    printed: count,
    skipped: 0,
  });
  worker.kill('SIGKILL');
  const prints = await printsOf(school.schoolId);
  expect(prints.size).toBe(count);
  const files = createFileStore({ directory: directory(), keys: record.keyring.files });
  expect((await openZip(await readFile({ pool: record.pool, files }, batch.id))).size).toBe(count + 1);
  return prints;
}

async function killedWhilePrinting(): Promise<void> {
  const begun = await begin('never');
  while ((await printsOf(begun.school.schoolId)).size < 3) await delay(5);
  const killed = once(begun.worker, 'exit');
  begun.worker.kill('SIGKILL');
  await killed;
  const before = await printsOf(begun.school.schoolId);
  expect(before.size).toBeLessThan(count);
  const after = await goOn(begun);
  for (const [key, inode] of before) expect(after.get(key)).toBe(inode);
}

async function killedWhenBound(): Promise<void> {
  const begun = await begin('after-bind');
  await once(begun.worker, 'exit');
  const bound = await findPrintBatch(record.pool, begun.batch.id);
  expect(bound).toMatchObject({ status: 'READY' });
  await goOn(begun);
  expect((await findPrintBatch(record.pool, begun.batch.id))?.fileKey).toBe(bound?.fileKey);
}

// Side by side: most of it is the time after which the server takes a worker for dead.
it('R45 batches whose worker is killed, one while it prints and one when it has bound, lose no statement and print none twice', async () => {
  await Promise.all([killedWhilePrinting(), killedWhenBound()]);
}, 240_000);
