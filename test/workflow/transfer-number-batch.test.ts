import { CancelledFailure } from '@temporalio/common';
import type { WorkflowFailedError } from '@temporalio/client';
import { writeExport } from '../../activities/exports/write-export.ts';
import { issueTransferNumbers } from '../../activities/transfer-numbers/issue-transfer-numbers.ts';
import { ExportQuery, exportWorkflowId } from '../../domain/exports/export.ts';
import { transferNumberBatchWorkflowId } from '../../domain/transfer-numbers/batch.ts';
import { storeExport, findExport } from '../../infra/exports/export-store.ts';
import { startExport } from '../../infra/temporal/start-export.ts';
import { startTransferNumberBatch } from '../../infra/temporal/start-transfer-number-batch.ts';
import { cancelBatch, storeBatch, type StoredBatch } from '../../infra/transfer-numbers/batch-store.ts';
import { june } from '../support/domain/instants.ts';
import { createSchool, type SchoolFixture } from '../support/record/graduates.ts';
import { newScene, stages } from '../support/record/stages.ts';
import { openTestRecord, type TestRecord } from '../support/record/test-record.ts';
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

async function schoolOf(count: number): Promise<SchoolFixture> {
  const school = await createSchool(record.pool);
  for (let index = 0; index < count; index += 1) await stages.registered(await newScene(record, school));
  return school;
}

function batchFor({ schoolId, staff }: SchoolFixture): Promise<StoredBatch> {
  const id = record.newId();
  return storeBatch(record.pool, {
    id,
    schoolId,
    kind: 'DOSSIER',
    cohort: 2027,
    collegeId: null,
    className: null,
    stage: null,
    requestedBy: staff.schoolAdmin,
    requestedByRole: 'SCHOOL_ADMIN',
    requestedAt: june + 86_400_000,
    idempotencyKey: id,
  });
}

describe('the workflow of a batch of transfer numbers', () => {
  it('R38 R39 issues them, also when its worker loses the connection in the middle, with counts alone in the history', async () => {
    const batch = await batchFor(await schoolOf(3));
    let attempts = 0;
    const { client, taskQueue } = await start({
      activities: (real) => ({
        issueTransferNumbers: (id) => {
          attempts += 1;
          let left = 1;
          const nextIndex = (bound: number): number => {
            if ((left -= 1) < -15) throw new Error('connection lost for 示例同学');
            return record.nextIndex(bound);
          };
          return attempts === 1 ? issueTransferNumbers({ ...record, nextIndex }, id, () => undefined, 1) : real.issueTransferNumbers(id);
        },
      }),
    });
    await startTransferNumberBatch(client, taskQueue, batch.id);
    await startTransferNumberBatch(client, taskQueue, batch.id);
    const handle = client.workflow.getHandle(transferNumberBatchWorkflowId(batch.id));
    expect(await handle.result()).toEqual({ status: 'DONE', graduates: 3, done: 3, issued: 3, skipped: 0 });
    expect(attempts).toBe(2);
    const history = JSON.stringify((await handle.fetchHistory()).events, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString() : value,
    );
    expect(history).toContain(batch.id);
    expect(history).not.toContain('示例同学');
    await keepHistory('transfer-number-batch', handle);
  });

  it('R38 cancelled by an operator, stops between two parts', async () => {
    const batch = await batchFor(await schoolOf(3));
    const [firstIsIn, isCancelled] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { client, taskQueue } = await start({
      activities: () => ({
        cancelTransferNumbers: async (id) => {
          await cancelBatch(record.pool, id);
          isCancelled.resolve();
        },
        issueTransferNumbers: async (id) => {
          const takeStatusPlaces: typeof record.takeStatusPlaces = async (...args) => {
            firstIsIn.resolve();
            await isCancelled.promise;
            return record.takeStatusPlaces(...args);
          };
          return issueTransferNumbers({ ...record, takeStatusPlaces }, id, () => undefined, 1);
        },
      }),
    });
    await startTransferNumberBatch(client, taskQueue, batch.id);
    const handle = client.workflow.getHandle(transferNumberBatchWorkflowId(batch.id));
    await firstIsIn.promise;
    await handle.cancel();
    const failure = await handle.result().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect((failure as WorkflowFailedError).cause).toBeInstanceOf(CancelledFailure);
    await keepHistory('transfer-number-batch-cancelled', handle);
    const {
      rows: [numbers],
    } = await record.pool.query<{ count: number }>(
      `SELECT count(*) AS "count" FROM "transfer_number" n JOIN "graduate" g ON g."id" = n."graduateId" WHERE g."schoolId" = $1`,
      [batch.schoolId],
    );
    expect([numbers!.count > 0, numbers!.count < 3]).toEqual([true, true]);
  });
});

describe('the workflow of an export', () => {
  it('R40 writes the file once, also when the disk was full at first', async () => {
    const school = await schoolOf(2);
    const id = record.newId();
    const query = ExportQuery.parse({ kind: 'DOSSIER', format: 'XLSX', cohort: 2027 });
    await storeExport(record.pool, {
      id,
      schoolId: school.schoolId,
      collegeId: null,
      query,
      requestedBy: school.staff.schoolAdmin,
      requestedByRole: 'SCHOOL_ADMIN',
      idempotencyKey: id,
    });
    let attempts = 0;
    const { client, taskQueue, dependencies } = await start({
      activities: (real) => ({
        writeExport: (exportId) => {
          attempts += 1;
          const files = { ...dependencies.files, put: () => Promise.reject(new Error('ENOSPC')) };
          return attempts === 1 ? writeExport({ ...record, files }, exportId, () => undefined) : real.writeExport(exportId);
        },
      }),
    });
    await startExport(client, taskQueue, id);
    const handle = client.workflow.getHandle(exportWorkflowId(id));
    expect(await handle.result()).toBe(2);
    await keepHistory('list-export', handle);
    const stored = (await findExport(record.pool, id))!;
    expect([attempts, stored.status, stored.rowCount]).toEqual([2, 'READY', 2]);
    expect(
      Buffer.from((await dependencies.files.get(stored.fileKey!))!)
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
