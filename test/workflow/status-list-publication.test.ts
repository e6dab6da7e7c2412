import { randomUUID } from 'node:crypto';
import { statusListPublication } from '../../workflows/offline/status-list-publication.ts';
import { ensureSchedules } from '../../infra/temporal/schedules.ts';
import { readClock } from '../../infra/record/clock.ts';
import { confirmedGraduate, issueGrant, judgeNow, printedCode } from '../support/offline/issued-numbers.ts';
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

it('X23 the workflow publishes the lists on the real server; its schedule runs each minute and never twice at once', async () => {
  const grantId = await issueGrant(await confirmedGraduate(record));
  const { client, taskQueue } = worker;
  await client.workflow.execute(statusListPublication, { taskQueue, workflowId: `status-lists-${randomUUID()}` });
  expect(await judgeNow(record, await printedCode(record, 'VERIFICATION', grantId), await readClock(record.pool))).toMatchObject({
    answer: 'GOOD',
  });

  await ensureSchedules(client, taskQueue);
  const schedule = client.schedule.getHandle(`${taskQueue}-status-lists`);
  const { spec, policies, action } = await schedule.describe();
  expect([spec.intervals?.map(({ every }) => every), policies.overlap, action.workflowType]).toEqual([
    [60_000],
    'SKIP',
    'statusListPublication',
  ]);
  for (const name of ['command-sweep', 'notification-delivery', 'audit-sealing', 'status-lists', 'lookup-digest', 'reconciliation'])
    await client.schedule.getHandle(`${taskQueue}-${name}`).delete();
});
