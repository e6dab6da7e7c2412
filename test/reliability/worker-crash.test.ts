import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { commandUpdateName, lifecycleWorkflowType } from '../../domain/lifecycle/messages.ts';
import { connectTemporal, type TemporalClient } from '../../infra/temporal/connect.ts';
import { lifecycleStart } from '../../infra/temporal/lifecycle-start.ts';
import { graduateActor, seenBasic, stateOf, store } from '../support/record/commands.ts';
import { createGraduate, createSchool } from '../support/record/graduates.ts';
import { openTestRecord, type TestRecord } from '../support/record/test-record.ts';
import { stackAddresses } from '../support/stack/addresses.ts';
import { startWorkerProcess } from '../support/temporal/worker-process.ts';
import { subjectOf } from '../support/temporal/subject.ts';
import { sharedBundle } from '../support/temporal/shared-bundle.ts';
import { startTestWorker } from '../support/temporal/test-worker.ts';

const at = Date.parse('2027-05-03T12:00:00+08:00');

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

describe('a worker that is killed', () => {
  it.each(['before-commit', 'after-commit'])(
    '%s of applyCommand loses nothing and doubles nothing',
    async (moment) => {
      const taskQueue = `crash-${randomUUID()}`;
      const school = await createSchool(record.pool);
      const graduate = await createGraduate(record.pool, record, school);
      const { graduateId } = graduate;
      const { workflowId, ...options } = lifecycleStart(await subjectOf(record, graduateId, at), taskQueue);
      const handle = await temporal.client.workflow.start(lifecycleWorkflowType, { workflowId, ...options });
      const commandId = await store(
        record,
        graduateId,
        graduateActor(graduate),
        'CHECK_BASIC_INFORMATION',
        { digest: await seenBasic(record, graduateId) },
        { at },
      );

      const crashing = await startWorkerProcess(record.database, taskQueue, moment);
      const died = once(crashing, 'exit');
      const answer = handle.executeUpdate<string, [string]>(commandUpdateName, { args: [commandId], updateId: commandId });
      const [, signal] = await died;
      expect(signal).toBe('SIGKILL');
      expect((await stateOf(record, graduateId)).basicCheck).toBe(moment === 'after-commit' ? 'CHECKED' : 'PENDING');

      const worker = await startTestWorker(record, { taskQueue });
      try {
        expect(await answer).toBe('APPLIED');
      } finally {
        await worker.stop();
      }
      expect(await stateOf(record, graduateId)).toMatchObject({ basicCheck: 'CHECKED', version: 1 });
      const { rows } = await record.pool.query('SELECT "action" FROM "audit_event" WHERE "graduateId" = $1', [graduateId]);
      expect(rows).toEqual([{ action: 'BASIC_INFORMATION_CHECKED' }]);
    },
    90_000,
  );
});
