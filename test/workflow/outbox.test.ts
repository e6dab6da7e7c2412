import { graduateWorkflowId } from '../../domain/lifecycle/workflow-id.ts';
import { createSchool } from '../support/record/graduates.ts';
import { newScene } from '../support/record/stages.ts';
import { openTestRecord, type TestRecord } from '../support/record/test-record.ts';
import { startTestWorker, type TestWorker } from '../support/temporal/test-worker.ts';

let record: TestRecord;
let worker: TestWorker;
beforeAll(async () => {
  record = await openTestRecord();
  worker = await startTestWorker(record);
});
afterAll(async () => {
  await worker?.stop();
  await record?.close();
});

describe('what a lifecycle has to hear', () => {
  it('R55 R39 is told in one sweep, however much a batch has left before it', async () => {
    const school = await createSchool(record.pool);
    const [first, last] = [await newScene(record, school), await newScene(record, school)];
    const tell = (graduateId: string, times: number) =>
      record.pool.query('INSERT INTO "outbox" ("graduateId") SELECT $1 FROM generate_series(1, $2::int)', [graduateId, times]);
    await tell(first.graduate.graduateId, 1_500);
    await tell(last.graduate.graduateId, 1);
    await worker.client.workflow.execute('commandSweep', { workflowId: `sweep-${record.newId()}`, taskQueue: worker.taskQueue });
    expect((await record.pool.query('SELECT FROM "outbox" WHERE "deliveredAt" IS NULL')).rowCount).toBe(0);
    for (const { graduate } of [first, last])
      expect((await worker.client.workflow.getHandle(graduateWorkflowId(graduate.graduateId)).describe()).status.name).toBe('RUNNING');
  });
});
