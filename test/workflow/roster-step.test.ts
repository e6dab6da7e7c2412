import { randomUUID } from 'node:crypto';
import { createRosterActivities } from '../../activities/roster/roster-activities.ts';
import { rosterImportWorkflowId, rosterStepWorkflowType, type RosterStep, type RosterStepReport } from '../../domain/roster/messages.ts';
import { beginUndo } from '../../infra/roster/undo-store.ts';
import { startRosterStep } from '../../infra/temporal/start-roster-step.ts';
import { closeRecord, graduateCells, openRosterFixture, type RosterFixture } from '../activities/roster/roster-fixture.ts';
import { keepHistory } from '../support/temporal/keep-history.ts';
import { startTestWorker, type TestWorker } from '../support/temporal/test-worker.ts';

let fixture: RosterFixture;
let worker: TestWorker;
beforeAll(async () => {
  fixture = await openRosterFixture();
  // On the files of the fixture; the client is there once the worker is.
  const roster = () => createRosterActivities({ ...fixture, client: worker.client, taskQueue: `lifecycles-${randomUUID()}` });
  worker = await startTestWorker(fixture.record, {
    activities: () => ({
      validateRoster: (id) => roster().validateRoster(id), importRoster: (id) => roster().importRoster(id), startRosterLifecycles: (id) => roster().startRosterLifecycles(id), undoRoster: (id) => roster().undoRoster(id),
    }),
  });
});
afterAll(async () => {
  await worker?.stop();
  await closeRecord(fixture.record);
});

async function step(importId: string, name: RosterStep): Promise<RosterStepReport> {
  expect(await startRosterStep(worker.client, worker.taskQueue, importId, name)).toBe(true);
  const handle = worker.client.workflow.getHandle(rosterImportWorkflowId(importId));
  const report = await handle.result() as RosterStepReport;
  expect((await handle.describe()).type).toBe(rosterStepWorkflowType);
  await keepHistory(`roster-step-${name.toLowerCase()}`, handle);
  return report;
}

describe('steps on an import', () => {
  it('R4 judge it, put its good rows on the roster and take them back, one run after the other under one id', async () => {
    const importId = await fixture.upload([graduateCells(0), graduateCells(1, { gender: '男' }), graduateCells(2)]);
    expect(await step(importId, 'VALIDATE')).toEqual({ done: 2, left: 1 });
    expect(await step(importId, 'COMMIT')).toEqual({ done: 2, left: 1 });
    expect(await fixture.ask('SELECT "removedAt" IS NULL AS "there" FROM "graduate"')).toEqual([{ there: true }, { there: true }]);
    expect(await beginUndo(fixture.pool, importId, { by: fixture.importer, role: 'SCHOOL_ADMIN', reason: '上传有误' })).toBe('BEGUN');
    expect(await step(importId, 'UNDO')).toMatchObject({ done: 2 });
  }, 60_000);
});
