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
/** Which file lies under each key: printed again it would be another one. */
const printsOf = async (): Promise<Map<string, number>> => {
  const { rows } = await record.pool.query<{ key: string }>('SELECT "contentKey" AS "key" FROM "statement" ORDER BY 1');
  return new Map(await Promise.all(rows.map(async ({ key }) => [key, (await stat(join(directory(), key.slice(0, 2), key.slice(2, 4), key))).ino] as const)));
};

it('R45 a batch whose worker is killed while it prints, and again when it has bound, loses no statement and prints none twice', async () => {
  const count = 12;
  const { school } = await numberedSchool(record, count);
  const batch = await requestPrint(record, school);
  const taskQueue = `print-${randomUUID()}`;
  const printing = await startWorkerProcess(record.database, taskQueue, 'never');
  await startPrintBatch(temporal.client, taskQueue, batch.id);
  while ((await printsOf()).size < 3) await delay(5);
  const killed = once(printing, 'exit');
  printing.kill('SIGKILL');
  await killed;
  const before = await printsOf();
  expect(before.size).toBeLessThan(count);

  const binding = await startWorkerProcess(record.database, taskQueue, 'after-bind');
  await once(binding, 'exit');
  const bound = await findPrintBatch(record.pool, batch.id);
  expect(bound).toMatchObject({ status: 'READY' });

  const last = await startWorkerProcess(record.database, taskQueue, 'never');
  expect(await temporal.client.workflow.getHandle(workflowOf(batch)).result()).toEqual({ status: 'READY', papers: count, done: count, printed: count, skipped: 0 });
  last.kill('SIGKILL');
  expect((await findPrintBatch(record.pool, batch.id))?.fileKey).toBe(bound?.fileKey);
  const after = await printsOf();
  expect(after.size).toBe(count);
  for (const [key, inode] of before) expect(after.get(key)).toBe(inode);
  const files = createFileStore({ directory: directory(), keys: record.keyring.files });
  expect((await openZip(await readFile({ pool: record.pool, files }, batch.id))).size).toBe(count + 1);
}, 240_000);
