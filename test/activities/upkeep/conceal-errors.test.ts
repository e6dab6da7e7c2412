import { inspect } from 'node:util';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { concealErrors } from '../../../activities/conceal-errors.ts';
import { applyCommand } from '../../../activities/record/apply-command.ts';
import { createPool, type Pool } from '../../../infra/database/pool.ts';
import { findCommand } from '../../../infra/record/command-store.ts';
import { recordingLogger } from '../../support/record/activity-dependencies.ts';
import { store } from '../../support/record/commands.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { createSchool } from '../../support/record/graduates.ts';
import { actorsOf, newScene, sceneState, stages, type Scene } from '../../support/record/stages.ts';
import { snapshotOf } from '../../support/record/snapshot.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

const idNumber = '110105194912310028';

let record: TestRecord;
let admin: Pool;
let scene: Scene;
beforeEach(async () => {
  record = await openTestRecord();
  admin = createPool(record.database.adminUrl, 1);
  scene = await stages.checked(await newScene(record, await createSchool(record.pool)));
});
afterEach(async () => {
  await admin.end();
  await record.close();
});

/** Every submission fails with what drivers really say, an ID number in message, detail and hint. */
const breakSubmissions = () =>
  admin.query(`
  CREATE FUNCTION fail_with_data() RETURNS TRIGGER LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'duplicate key value ${idNumber}' USING DETAIL = 'Key ("idNumber")=(${idNumber}) already exists.', HINT = '${idNumber} 13800138000', ERRCODE = 'unique_violation';
  END $$;
  CREATE TRIGGER "fail_with_data" BEFORE INSERT ON "section_version" FOR EACH ROW EXECUTE FUNCTION fail_with_data();`);

const submission = async () =>
  store(
    record,
    scene.graduate.graduateId,
    actorsOf(scene).graduate,
    'SUBMIT_SECTION',
    fittingPayload(await sceneState(scene), 'SUBMIT_SECTION', 'DOSSIER', scene.now),
    { at: scene.now },
  );

/** Runs work as the worker does, behind the interceptor; the error that leaves, and what was logged. */
async function concealed(work: () => Promise<unknown>): Promise<{ error: unknown; lines: string }> {
  const { logger, lines } = recordingLogger();
  const { execute } = concealErrors(logger);
  try {
    await execute!({ args: [], headers: {} }, work);
  } catch (error) {
    return { error, lines: lines() };
  }
  throw new Error('nothing failed');
}

describe('an unexpected error of the database', () => {
  it('R25 its data neither leaves the activity nor reaches a log line', async () => {
    await breakSubmissions();
    const commandId = await submission();
    const { error, lines } = await concealed(() => applyCommand(record, commandId));
    expect(error).toBeInstanceOf(ApplicationFailure);
    expect(error).toMatchObject({ message: 'unexpected error, see the log of the worker', type: 'UNEXPECTED', nonRetryable: false });
    expect((error as Error).cause).toBeUndefined();
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(idNumber);
    expect(lines).toContain('"msg":"activity failed"');
    expect(lines).toContain('"code":"23505"');
    for (const secret of [idNumber, '13800138000', 'duplicate key']) expect(lines).not.toContain(secret);
  });

  it('R14 nothing of the transition stays, and the command is applied once the database is well again', async () => {
    await breakSubmissions();
    const commandId = await submission();
    const before = await snapshotOf(record, scene.graduate.graduateId);
    await expect(applyCommand(record, commandId)).rejects.toMatchObject({ code: '23505' });
    expect(await snapshotOf(record, scene.graduate.graduateId)).toEqual(before);
    expect((await findCommand(record.pool, commandId))?.outcome).toBeNull();
    await admin.query('DROP TRIGGER "fail_with_data" ON "section_version"');
    expect((await applyCommand(record, commandId)).outcome).toBe('APPLIED');
  });

  it('R25 an error that is not even an error, and one with a cause, are concealed too', async () => {
    const nested = new Error(`outer ${idNumber}`, { cause: Object.assign(new Error(`inner ${idNumber}`), { detail: idNumber }) });
    for (const thrown of [nested, idNumber, { idNumber }]) {
      const { error, lines } = await concealed(async () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is what is tested
        throw thrown;
      });
      expect(error).toMatchObject({ type: 'UNEXPECTED' });
      expect(inspect(error, { depth: 10 }) + lines).not.toContain(idNumber);
    }
  });

  it('R14 our own failures and a cancellation pass as they are', async () => {
    const failure = ApplicationFailure.create({ message: 'known', type: 'KNOWN' });
    expect((await concealed(() => Promise.reject(failure))).error).toBe(failure);
    const cancelled = new CancelledFailure('shutting down');
    expect((await concealed(() => Promise.reject(cancelled))).error).toBe(cancelled);
  });
});
