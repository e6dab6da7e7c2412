import { MockActivityEnvironment } from '@temporalio/testing';
import { applyCommand } from '../../activities/record/apply-command.ts';
import { resendCommands } from '../../activities/upkeep/resend-commands.ts';
import { reconcile } from '../../activities/upkeep/reconcile.ts';
import { standingQueryName, type StandingReport } from '../../domain/lifecycle/messages.ts';
import { graduateWorkflowId } from '../../domain/lifecycle/workflow-id.ts';
import { findCommand } from '../../infra/record/command-store.ts';
import { startLifecycle } from '../../infra/temporal/start-lifecycle.ts';
import { graduateActor, seenBasic, stateOf, store } from '../support/record/commands.ts';
import { createGraduate, createSchool, type GraduateFixture } from '../support/record/graduates.ts';
import { subjectOf } from '../support/temporal/subject.ts';
import { onRealServer } from '../support/temporal/real-server.ts';

const server = onRealServer();

const inActivity = (work: () => Promise<number>): Promise<number> => new MockActivityEnvironment().run(work);
const aMinuteAgo = () => Date.now() - 60_000;

async function storedCheck(): Promise<{ graduate: GraduateFixture; commandId: string }> {
  const graduate = await createGraduate(server().record.pool, server().record, await createSchool(server().record.pool));
  const commandId = await store(
    server().record,
    graduate.graduateId,
    graduateActor(graduate),
    'CHECK_BASIC_INFORMATION',
    { digest: await seenBasic(server().record, graduate.graduateId) },
    { at: aMinuteAgo() },
  );
  return { graduate, commandId };
}

const standingOf = (graduateId: string) =>
  server().worker.client.workflow.getHandle(graduateWorkflowId(graduateId)).query<StandingReport>(standingQueryName);

describe('accepted once means never lost', () => {
  it('the API was killed between storing a command and sending it: the sweeper starts the workflow and sends it', async () => {
    const { graduate, commandId } = await storedCheck();
    await inActivity(() => resendCommands(server().worker.dependencies));
    const command = await findCommand(server().record.pool, commandId);
    expect(command?.outcome?.code).toBe('APPLIED');
    expect(command?.acknowledgedAt).not.toBeNull();
    expect(await standingOf(graduate.graduateId)).toMatchObject({ stage: 'REGISTERING', commandsHandled: 1 });
  });

  it('everything was killed after the commit: the row is there, no Update in the history, and the sweeper brings them together', async () => {
    const { graduate, commandId } = await storedCheck();
    const { graduateId } = graduate;
    await startLifecycle(server().worker.client, server().worker.taskQueue, await subjectOf(server().record, graduateId, aMinuteAgo()), 0);
    await applyCommand(server().record, commandId);
    expect(await standingOf(graduateId)).toMatchObject({ stage: 'CHECKING', commandsHandled: 0 });

    await inActivity(() => resendCommands(server().worker.dependencies));
    expect(await standingOf(graduateId)).toMatchObject({ stage: 'REGISTERING', commandsHandled: 1 });
    expect((await findCommand(server().record.pool, commandId))?.acknowledgedAt).not.toBeNull();
    expect((await stateOf(server().record, graduateId)).version).toBe(1);
  });

  it('reconciliation starts the workflow that is missing, tells the one that is behind, and then finds nothing to do', async () => {
    const { graduate: behind, commandId } = await storedCheck();
    await startLifecycle(
      server().worker.client,
      server().worker.taskQueue,
      await subjectOf(server().record, behind.graduateId, aMinuteAgo()),
      0,
    );
    await applyCommand(server().record, commandId);
    const missing = await createGraduate(server().record.pool, server().record, await createSchool(server().record.pool));

    expect(await inActivity(() => reconcile(server().worker.dependencies))).toBeGreaterThanOrEqual(2);
    expect(await standingOf(missing.graduateId)).toMatchObject({ stage: 'CHECKING' });
    expect(await standingOf(behind.graduateId)).toMatchObject({ stage: 'REGISTERING', version: 1 });
    expect(await inActivity(() => reconcile(server().worker.dependencies))).toBe(0);
  });
});
