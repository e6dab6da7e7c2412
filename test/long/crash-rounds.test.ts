import { once } from 'node:events';
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { resendCommands } from '../../activities/upkeep/resend-commands.ts';
import { submitCommand } from '../../api/commands/submit-command.ts';
import { basicDigest } from '../../domain/confirmation/record-digest.ts';
import { graduateActor, stateOf } from '../support/record/commands.ts';
import { createGraduate, createSchool, type GraduateFixture } from '../support/record/graduates.ts';
import { openTestRecord, type TestRecord } from '../support/record/test-record.ts';
import { sharedBundle } from '../support/temporal/shared-bundle.ts';
import { startTestWorker, type TestWorker } from '../support/temporal/test-worker.ts';
import { startWorkerProcess } from '../support/temporal/worker-process.ts';

const rounds = 12;
const commandsInRound = 25;
const taskQueue = `rounds-${randomUUID()}`;

let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
  await sharedBundle();
});
afterAll(() => record?.close());

async function submitCheck({ dependencies }: TestWorker, graduate: GraduateFixture): Promise<void> {
  const digest = basicDigest(await stateOf(record, graduate.graduateId));
  await submitCommand(
    { ...dependencies, taskQueue, clockOffsetMs: async () => 0 },
    {
      actor: graduateActor(graduate),
      type: 'CHECK_BASIC_INFORMATION',
      graduateId: graduate.graduateId,
      payload: { digest },
      idempotencyKey: randomUUID(),
      proofedAt: null,
    },
  );
}

it(`${rounds} times the worker is killed at a random instant under load: nothing is lost, nothing is doubled`, async () => {
  const school = await createSchool(record.pool);
  // Only its client is used; it polls a queue that nobody fills.
  const idle = await startTestWorker(record);
  const submissions: Promise<void>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const worker = await startWorkerProcess(record.database, taskQueue, 'never');
    for (let index = 0; index < commandsInRound; index += 1)
      submissions.push(submitCheck(idle, await createGraduate(record.pool, record, school)));
    await delay(randomInt(20, 700));
    const exited = once(worker, 'exit');
    worker.kill('SIGKILL');
    await exited;
  }
  const survivor = await startTestWorker(record, { taskQueue });
  try {
    await Promise.all(submissions);
    const unfinished = async () =>
      (await record.pool.query('SELECT FROM "command" WHERE "outcome" IS NULL OR "acknowledgedAt" IS NULL')).rowCount ?? 0;
    for (let sweeps = 0; sweeps < 20 && (await unfinished()) > 0; sweeps += 1) {
      await new MockActivityEnvironment().run(() => resendCommands({ ...survivor.dependencies, taskQueue }));
      await delay(1_000);
    }
    expect(await unfinished()).toBe(0);
  } finally {
    await survivor.stop();
    await idle.stop();
  }
  const { rows } = await record.pool.query<{ outcomes: number; audits: number; versions: number }>(`SELECT
    (SELECT count(*) FROM "command" WHERE "outcome"->>'code' = 'APPLIED') AS "outcomes",
    (SELECT count(*) FROM "audit_event" WHERE "action" = 'BASIC_INFORMATION_CHECKED') AS "audits",
    (SELECT sum("version") FROM "graduate") AS "versions"`);
  const all = rounds * commandsInRound;
  expect(rows[0]).toEqual({ outcomes: all, audits: all, versions: all });
}, 600_000);
