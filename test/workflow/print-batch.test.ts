import { CancelledFailure } from '@temporalio/common';
import type { WorkflowFailedError } from '@temporalio/client';
import { printPapers } from '../../activities/print-batches/print-papers.ts';
import { cancelPrintBatch, findPrintBatch, resumePrintBatch } from '../../infra/print-batches/batch-store.ts';
import { startPrintBatch } from '../../infra/temporal/start-print-batch.ts';
import { openTestRecord, type TestRecord } from '../support/record/test-record.ts';
import { numberedSchool, requestPrint, workflowOf } from '../support/print-batches/numbered-school.ts';
import { openZip } from '../support/print-batches/open-zip.ts';
import { readFile } from '../support/print-batches/press-room.ts';
import { keepHistory } from '../support/temporal/keep-history.ts';
import { startTestWorker, type TestWorker } from '../support/temporal/test-worker.ts';

let record: TestRecord;
const workers: TestWorker[] = [];
beforeAll(async () => {
  record = await openTestRecord();
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});
afterAll(() => record?.close());

async function start(options: Parameters<typeof startTestWorker>[1] = {}): Promise<TestWorker> {
  const worker = await startTestWorker(record, options);
  workers.push(worker);
  return worker;
}

describe('the workflow of a batch of papers', () => {
  it('R25 R45 prints and binds them, also when the disk is full at first, with counts alone in the history', async () => {
    const { school } = await numberedSchool(record, 3);
    const batch = await requestPrint(record, school);
    let attempts = 0;
    const { client, taskQueue, dependencies } = await start({
      activities: (real) => ({
        printPapers: (id) => {
          attempts += 1;
          const printing = {
            ...dependencies.printing,
            files: { ...dependencies.files, put: () => Promise.reject(new Error('ENOSPC for 样例甲')) },
          };
          return attempts === 1 ? printPapers({ ...dependencies, printing }, id, () => undefined) : real.printPapers(id);
        },
      }),
    });
    await startPrintBatch(client, taskQueue, batch.id);
    await startPrintBatch(client, taskQueue, batch.id);
    const handle = client.workflow.getHandle(workflowOf(batch));
    expect(await handle.result()).toEqual({ status: 'READY', papers: 3, done: 3, printed: 3, skipped: 0 });
    expect(attempts).toBe(2);
    expect((await openZip(await readFile(dependencies, batch.id))).size).toBe(4);
    const history = JSON.stringify((await handle.fetchHistory()).events, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString() : value,
    );
    expect(history).toContain(batch.id);
    expect(history).not.toContain('样例');
    await keepHistory('print-batch', handle);
  }, 60_000);

  it('R45 prints once more what was gone when it was to be bound', async () => {
    const { school } = await numberedSchool(record, 1);
    const batch = await requestPrint(record, school);
    let binds = 0;
    const { client, taskQueue, dependencies } = await start({
      activities: (real) => ({
        bindBatch: async (id) => {
          binds += 1;
          const {
            rows: [item],
          } = await record.pool.query<{ fileKey: string }>('SELECT "fileKey" FROM "print_batch_item" WHERE "batchId" = $1', [id]);
          if (binds === 1) await dependencies.files.delete(item!.fileKey);
          return real.bindBatch(id);
        },
      }),
    });
    await startPrintBatch(client, taskQueue, batch.id);
    const handle = client.workflow.getHandle(workflowOf(batch));
    expect(await handle.result()).toMatchObject({ status: 'READY', printed: 1 });
    expect(binds).toBe(2);
    await keepHistory('print-batch-printed-again', handle);
  }, 60_000);

  it('R45 cancelled by an operator, stops between two parts; resumed, it goes on', async () => {
    const { school } = await numberedSchool(record, 3);
    const batch = await requestPrint(record, school);
    const [firstIsIn, isCancelled] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { client, taskQueue, dependencies } = await start({
      activities: () => ({
        cancelPrintBatch: async (id) => {
          await cancelPrintBatch(record.pool, id);
          isCancelled.resolve();
        },
        printPapers: async (id) => {
          const openPress = async () => {
            const press = await dependencies.printing.openPress();
            return {
              ...press,
              print: async (...args: Parameters<typeof press.print>) => {
                firstIsIn.resolve();
                await isCancelled.promise;
                return press.print(...args);
              },
            };
          };
          return printPapers({ ...dependencies, printing: { ...dependencies.printing, openPress } }, id, () => undefined, 1);
        },
      }),
    });
    await startPrintBatch(client, taskQueue, batch.id);
    const handle = client.workflow.getHandle(workflowOf(batch));
    await firstIsIn.promise;
    await handle.cancel();
    const failure = await handle.result().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect((failure as WorkflowFailedError).cause).toBeInstanceOf(CancelledFailure);
    await keepHistory('print-batch-cancelled', handle);
    expect(await findPrintBatch(record.pool, batch.id)).toMatchObject({ status: 'CANCELLED', fileKey: null });
    await resumePrintBatch(record.pool, batch.id);
    await startPrintBatch(client, taskQueue, batch.id);
    expect(await client.workflow.getHandle(workflowOf(batch)).result()).toMatchObject({ status: 'READY', printed: 3 });
  }, 60_000);
});
