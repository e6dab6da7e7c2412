import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { resendCommands } from '../../activities/upkeep/resend-commands.ts';
import { standingQueryName, type StandingReport } from '../../domain/lifecycle/messages.ts';
import { graduateWorkflowId } from '../../domain/lifecycle/workflow-id.ts';
import { findCommand } from '../../infra/record/command-store.ts';
import { connectTemporal } from '../../infra/temporal/connect.ts';
import { startLifecycle } from '../../infra/temporal/start-lifecycle.ts';
import { graduateActor, seenBasic, stateOf, store } from '../support/record/commands.ts';
import { createGraduate, createSchool } from '../support/record/graduates.ts';
import { openTestRecord, type TestRecord } from '../support/record/test-record.ts';
import { stackAddresses } from '../support/stack/addresses.ts';
import { startOwnServer, type OwnServer } from '../support/temporal/own-server.ts';
import { subjectOf } from '../support/temporal/subject.ts';
import { sharedBundle } from '../support/temporal/shared-bundle.ts';
import { startTestWorker } from '../support/temporal/test-worker.ts';
import { startWorkerProcess } from '../support/temporal/worker-process.ts';

const aMinuteAgo = Date.now() - 60_000;

let record: TestRecord;
let server: OwnServer;
beforeAll(async () => {
  await sharedBundle();
  [record, server] = await Promise.all([openTestRecord(), startOwnServer()]);
}, 120_000);
afterAll(async () => {
  await server?.stop();
  await record?.close();
});

describe('worker, server and client all killed after the commit', () => {
  it('the row is there, the history has no Update, and the sweeper brings them together', async () => {
    const taskQueue = `everything-${randomUUID()}`;
    const graduate = await createGraduate(record.pool, record, await createSchool(record.pool));
    const { graduateId } = graduate;
    const commandId = await store(
      record,
      graduateId,
      graduateActor(graduate),
      'CHECK_BASIC_INFORMATION',
      { digest: await seenBasic(record, graduateId) },
      { at: aMinuteAgo },
    );
    const subject = await subjectOf(record, graduateId, aMinuteAgo);

    const workflowId = graduateWorkflowId(graduateId);
    const { client, close } = await connectTemporal(stackAddresses().temporal);
    await startLifecycle(client, taskQueue, subject, 0);
    await close();
    const worker = await startWorkerProcess(record.database, taskQueue, 'after-commit');
    const workerDied = once(worker, 'exit');
    const sender = spawn(process.execPath, [join(import.meta.dirname, '../support/temporal/sending-client.ts'), workflowId, commandId], {
      stdio: 'ignore',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const senderDied = once(sender, 'exit');
    await workerDied;
    sender.kill('SIGKILL');
    await server.kill();
    await server.restart();
    expect(await senderDied).toEqual([null, 'SIGKILL']);

    const after = await startTestWorker(record, { taskQueue });
    try {
      const handle = after.client.workflow.getHandle(workflowId);
      const kinds = (await handle.fetchHistory()).events?.map(({ eventType }) => String(eventType));
      expect(kinds?.join(' ')).not.toMatch(/UPDATE/i);
      expect((await stateOf(record, graduateId)).basicCheck).toBe('CHECKED');
      expect(await findCommand(record.pool, commandId)).toMatchObject({ outcome: { code: 'APPLIED' }, acknowledgedAt: null });

      await new MockActivityEnvironment().run(() => resendCommands(after.dependencies));
      expect(await handle.query<StandingReport>(standingQueryName)).toMatchObject({ stage: 'REGISTERING', commandsHandled: 1 });
      expect((await findCommand(record.pool, commandId))?.acknowledgedAt).not.toBeNull();
      const { rows } = await record.pool.query('SELECT "action" FROM "audit_event" WHERE "graduateId" = $1', [graduateId]);
      expect(rows).toEqual([{ action: 'BASIC_INFORMATION_CHECKED' }]);
    } finally {
      await after.stop();
    }
  }, 180_000);
});
