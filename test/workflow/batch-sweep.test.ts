import { pino } from 'pino';
import { Connection } from '@temporalio/client';
import { ExportQuery, exportWorkflowId } from '../../domain/exports/export.ts';
import { transferNumberBatchWorkflowId } from '../../domain/transfer-numbers/batch.ts';
import { findExport, storeExport } from '../../infra/exports/export-store.ts';
import { startSoon } from '../../infra/temporal/start-soon.ts';
import { cancelBatch, findBatch, storeBatch, type StoredBatch } from '../../infra/transfer-numbers/batch-store.ts';
import { june } from '../support/domain/instants.ts';
import { createSchool, type SchoolFixture } from '../support/record/graduates.ts';
import { newScene, stages } from '../support/record/stages.ts';
import { openTestRecord, type TestRecord } from '../support/record/test-record.ts';
import { startTestWorker, type TestWorker } from '../support/temporal/test-worker.ts';

let record: TestRecord;
let worker: TestWorker;
let school: SchoolFixture;
beforeAll(async () => {
  record = await openTestRecord();
  worker = await startTestWorker(record);
  school = await createSchool(record.pool);
  await stages.registered(await newScene(record, school));
});
afterAll(async () => {
  await worker?.stop();
  await record?.close();
});

const asked = () => ({
  schoolId: school.schoolId,
  collegeId: null,
  requestedBy: school.staff.schoolAdmin,
  requestedByRole: 'SCHOOL_ADMIN',
});

/** A batch as the API leaves it when Temporal does not answer: a row, and nothing else. Asked for in June, so that the service of its graduates lies ahead. */
async function storedBatch(): Promise<StoredBatch> {
  const id = record.newId();
  const batch = await storeBatch(record.pool, {
    ...asked(),
    id,
    kind: 'DOSSIER',
    cohort: 2027,
    className: null,
    stage: null,
    requestedAt: june + 86_400_000,
    idempotencyKey: id,
  });
  await record.pool.query(`UPDATE "transfer_number_batch" SET "requestedAt" = app_now() - INTERVAL '1 minute' WHERE "id" = $1`, [id]);
  return batch;
}

async function storedExport(): Promise<string> {
  const id = record.newId();
  await storeExport(record.pool, {
    ...asked(),
    id,
    query: ExportQuery.parse({ kind: 'DOSSIER', format: 'CSV', cohort: 2027 }),
    idempotencyKey: id,
  });
  await record.pool.query(`UPDATE "list_export" SET "requestedAt" = app_now() - INTERVAL '1 minute' WHERE "id" = $1`, [id]);
  return id;
}

const sweep = () => worker.client.workflow.execute('batchSweep', { workflowId: `sweep-${record.newId()}`, taskQueue: worker.taskQueue });
const handle = (workflowId: string) => worker.client.workflow.getHandle(workflowId);

describe('the sweep of stored batches', () => {
  it('R39 R40 starts what is stored and has no workflow, and it is done once', async () => {
    const [batch, exportId] = [await storedBatch(), await storedExport()];
    await expect(handle(transferNumberBatchWorkflowId(batch.id)).describe()).rejects.toThrow();
    await sweep();
    await sweep();
    expect(await handle(transferNumberBatchWorkflowId(batch.id)).result()).toMatchObject({ status: 'DONE', graduates: 1, done: 1 });
    expect(await handle(exportWorkflowId(exportId)).result()).toBe(1);
    expect([(await findBatch(record.pool, batch.id))?.status, (await findExport(record.pool, exportId))?.status]).toEqual([
      'DONE',
      'READY',
    ]);
    const { runId } = await handle(transferNumberBatchWorkflowId(batch.id)).describe();
    await sweep();
    expect((await handle(transferNumberBatchWorkflowId(batch.id)).describe()).runId).toBe(runId);
  });

  it('R39 leaves alone what is cancelled, and what the API has stored just now', async () => {
    const cancelled = await storedBatch();
    await cancelBatch(record.pool, cancelled.id);
    const fresh = await storedBatch();
    await record.pool.query('UPDATE "transfer_number_batch" SET "requestedAt" = app_now() WHERE "id" = $1', [fresh.id]);
    await sweep();
    for (const { id } of [cancelled, fresh]) await expect(handle(transferNumberBatchWorkflowId(id)).describe()).rejects.toThrow();
    await cancelBatch(record.pool, fresh.id);
  });

  it('R39 while Temporal is away a start is given up quietly: the request is accepted, the row waits', async () => {
    const nowhere = Connection.lazy({ address: '127.0.0.1:1' });
    try {
      await expect(
        startSoon(nowhere, pino({ level: 'silent' }), async () => {
          await nowhere.workflowService.getSystemInfo({});
        }),
      ).resolves.toBeUndefined();
    } finally {
      await nowhere.close();
    }
  });
});
