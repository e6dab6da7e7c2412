import { dispatchPlanQueryName, dispatchWorkflowId, type DispatchPlan } from '../../domain/dispatch/messages.ts';
import { startFollowing } from '../../activities/dispatch/start-following.ts';
import { moveDispatch } from '../../infra/dispatch/move-dispatch.ts';
import { adminActor, run, seenBasic } from '../support/record/commands.ts';
import { graduateActor } from '../support/record/commands.ts';
import { homeDossier, pendingDestination } from '../support/record/contents.ts';
import { sentDispatch } from '../support/record/dispatches.ts';
import { createGraduate } from '../support/record/graduates.ts';
import { submit } from '../support/record/registration.ts';
import { keepHistory } from '../support/temporal/keep-history.ts';
import { moveTo } from '../support/temporal/virtual-time.ts';
import { onRealServer } from '../support/temporal/real-server.ts';

const server = onRealServer();
const dayMs = 86_400_000;

/** A file that has left, followed by its workflow. */
async function followed() {
  const {
    record,
    school,
    worker: { client, dependencies },
  } = server();
  const graduate = await createGraduate(record.pool, record, school);
  const { graduateId } = graduate;
  await run(record, graduateId, graduateActor(graduate), 'CHECK_BASIC_INFORMATION', { digest: await seenBasic(record, graduateId) });
  await submit(record, school, graduate, 'DESTINATION', pendingDestination, [], Date.now());
  await submit(record, school, graduate, 'DOSSIER', homeDossier, [], Date.now());
  await run(record, graduateId, adminActor(school), 'ISSUE_TRANSFER_NUMBER', { kind: 'DOSSIER' });
  const id = await sentDispatch(record, graduateId);
  await startFollowing(dependencies);
  const handle = client.workflow.getHandle(dispatchWorkflowId(id));
  const {
    rows: [row],
  } = await record.pool.query<{ sentAt: number }>('SELECT "sentAt" FROM "dispatch" WHERE "id" = $1', [id]);
  const outcome = async (to: 'RECEIVED' | 'REPORTED' | 'LOST') => {
    await moveDispatch(record, id, { to, actor: { id: record.newId(), role: 'SCHOOL_ADMIN' } });
    await startFollowing(dependencies);
  };
  return {
    id,
    graduateId,
    handle,
    outcome,
    sentAt: row?.sentAt ?? 0,
    at: (days: number) => moveTo(client, dispatchWorkflowId(id), (row?.sentAt ?? 0) + days * dayMs),
  };
}

const stepsOf = async (graduateId: string) =>
  (
    await server().record.pool.query<{ action: string }>(
      `SELECT "action" FROM "audit_event" WHERE "graduateId" = $1 AND "action" LIKE 'DISPATCH%' ORDER BY "seq"`,
      [graduateId],
    )
  ).rows.map(({ action }) => action);
const toldSchool = async () =>
  (
    await server().record.pool.query<{ params: unknown }>(
      `SELECT "params" FROM "notification" WHERE "recipientId" = $1 AND "event" = 'dispatch.overdue' ORDER BY "createdAt"`,
      [server().school.schoolId],
    )
  ).rows.map(({ params }) => params);

describe('a file on its way, on the real server with time skipping', () => {
  it('R63 reminds the school after 15 days, looks for it as lost after 45, and ends with the outcome', async () => {
    const { handle, at, sentAt, graduateId, outcome } = await followed();
    const plan = () => handle.query<DispatchPlan>(dispatchPlanQueryName);
    await at(14);
    expect(await plan()).toEqual({ over: false, status: 'SENT', nextAt: sentAt + 15 * dayMs, nextStep: 'REMIND' });
    expect(await toldSchool()).toEqual([]);
    await at(16);
    expect(await toldSchool()).toEqual([{ step: 'REMIND', days: 15 }]);
    expect(await plan()).toMatchObject({ nextAt: sentAt + 45 * dayMs, nextStep: 'LOST_CASE' });
    await at(46);
    expect(await toldSchool()).toEqual([
      { step: 'REMIND', days: 15 },
      { step: 'LOST_CASE', days: 45 },
    ]);
    expect(await plan()).toMatchObject({ over: false, nextAt: null });
    await outcome('LOST');
    expect(await handle.result()).toBe('LOST');
    expect(await stepsOf(graduateId)).toEqual([
      'DISPATCH_PREPARED',
      'DISPATCH_SENT',
      'DISPATCH_OVERDUE',
      'DISPATCH_LOST_CASE',
      'DISPATCH_LOST',
    ]);
    await keepHistory('dossier-dispatch', handle);
  }, 90_000);

  it('R63 a file that is said to have arrived is not looked for, and its confirmation ends the run', async () => {
    const { handle, at, graduateId, outcome } = await followed();
    await outcome('REPORTED');
    await at(60);
    expect(await stepsOf(graduateId)).toEqual(['DISPATCH_PREPARED', 'DISPATCH_SENT', 'DISPATCH_REPORTED', 'DISPATCH_OVERDUE']);
    await outcome('RECEIVED');
    expect(await handle.result()).toBe('RECEIVED');
  }, 90_000);

  it('R63 one whose outcome is known before its workflow began is over at once, and is started once', async () => {
    const {
      record,
      worker: { dependencies },
    } = server();
    const { id, handle, outcome } = await followed();
    await outcome('RECEIVED');
    await handle.result();
    expect(await startFollowing(dependencies)).toBe(0);
    expect((await record.pool.query('SELECT 1 FROM "dispatch" WHERE "id" = $1 AND "followedVersion" = "version"', [id])).rowCount).toBe(1);
  }, 90_000);
});
