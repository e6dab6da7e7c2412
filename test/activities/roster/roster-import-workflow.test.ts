import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { CancelledFailure } from '@temporalio/common';
import { WorkflowFailedError } from '@temporalio/client';
import { bundleWorkflowCode, Runtime, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { pino } from 'pino';
import { concealErrors } from '../../../activities/conceal-errors.ts';
import { processRoster } from '../../../activities/roster/process-roster.ts';
import { createRosterActivities } from '../../../activities/roster/roster-activities.ts';
import {
  rosterImportProgressQueryName,
  rosterImportWorkflowId,
  rosterImportWorkflowType,
  type RosterImportProgress,
} from '../../../domain/roster/messages.ts';
import { connectTemporal, type TemporalClient } from '../../../infra/temporal/connect.ts';
import { createWorker } from '../../../infra/temporal/create-worker.ts';
import type { RosterActivities } from '../../../workflows/roster/ports.ts';
import { stackAddresses } from '../../support/stack/addresses.ts';
import { keepHistory } from '../../support/temporal/keep-history.ts';
import { closeRecord, graduateCells, idNumberOf, manyGraduates, openRosterFixture, type RosterFixture } from './roster-fixture.ts';

const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };
Runtime.install({ logger: quiet, shutdownSignals: [] });

let fixture: RosterFixture;
let temporal: TemporalClient;
let workflowBundle: WorkflowBundleWithSourceMap;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  fixture = await openRosterFixture();
  temporal = await connectTemporal(stackAddresses().temporal);
  workflowBundle = await bundleWorkflowCode({
    workflowsPath: join(import.meta.dirname, '../../../workflows/roster/roster-import.ts'),
    logger: quiet,
  });
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
afterAll(async () => {
  await temporal?.close();
  await closeRecord(fixture.record);
});

/** A worker of its own; lifecycles go to a queue that nobody works on. */
async function startWorker(replace: (real: RosterActivities) => Partial<RosterActivities> = () => ({})): Promise<string> {
  const taskQueue = `roster-${randomUUID()}`;
  const real = createRosterActivities({ ...fixture, client: temporal.client, taskQueue: `${taskQueue}-lifecycles` });
  const { worker, close } = await createWorker({
    ...stackAddresses().temporal,
    taskQueue,
    workflowBundle,
    activities: { ...real, ...replace(real) },
    interceptor: concealErrors(pino({ level: 'silent' })),
    cacheSize: 10,
    graceSeconds: 5,
  });
  const finished = worker.run();
  stops.push(async () => {
    worker.shutdown();
    await finished;
    await close();
  });
  return taskQueue;
}

const start = (taskQueue: string, importId: string) =>
  temporal.client.workflow.start(rosterImportWorkflowType, {
    taskQueue,
    workflowId: rosterImportWorkflowId(importId),
    args: [{ importId }],
  });

describe('the workflow of an import', () => {
  it('R4 checks, puts the good rows on the roster and starts their lifecycles', async () => {
    const importId = await fixture.upload([graduateCells(0), graduateCells(1, { gender: '男' }), graduateCells(2)]);
    const handle = await start(await startWorker(), importId);
    const counts = { rows: 3, valid: 0, invalid: 1, existing: 0, imported: 2, changed: 0, warnings: 0 };
    expect(await handle.result()).toEqual({ phase: 'DONE', cancelled: false, counts, lifecyclesStarted: 2 });
    expect(await handle.query<RosterImportProgress>(rosterImportProgressQueryName)).toMatchObject({ phase: 'DONE', counts });
    expect(await fixture.ask('SELECT "workflowStartedAt" IS NOT NULL AS started FROM "graduate"')).toEqual([
      { started: true },
      { started: true },
    ]);
    const { events } = await handle.fetchHistory();
    const payloads = JSON.stringify(events, (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString() : value,
    );
    expect(payloads).toContain(importId);
    for (const secret of ['赵磊', idNumberOf(0), 'S00000', '性别']) expect(payloads).not.toContain(secret);
    await keepHistory('roster-import', handle);
  });

  it('R4 ends with the trial run when the file is refused', async () => {
    const importId = await fixture.uploadFile(Buffer.from('PK no spreadsheet'));
    const handle = await start(await startWorker(), importId);
    expect(await handle.result()).toMatchObject({ phase: 'DONE', counts: { rows: 0 }, lifecyclesStarted: null });
    expect(await fixture.ask('SELECT "status", "refusal" FROM "roster_import" WHERE "id" = $1', importId)).toEqual([
      { status: 'REFUSED', refusal: { code: 'NOT_A_SPREADSHEET' } },
    ]);
  });

  it('tries again where an attempt has failed, with no trace of the error in the history', async () => {
    const importId = await fixture.upload([graduateCells(10)]);
    let attempts = 0;
    const taskQueue = await startWorker((real) => ({
      importRoster: (id) => {
        attempts += 1;
        return attempts === 1 ? Promise.reject(new Error(`duplicate key ${idNumberOf(10)}`)) : real.importRoster(id);
      },
    }));
    const handle = await start(taskQueue, importId);
    expect(await handle.result()).toMatchObject({ counts: { imported: 1 } });
    expect(attempts).toBe(2);
    expect(JSON.stringify((await handle.fetchHistory()).events)).not.toContain(idNumberOf(10));
  });

  it('cancelled in the middle, keeps what is on the roster and gives it its lifecycles', async () => {
    const importId = await fixture.upload(manyGraduates(1_100, 1_000));
    const [firstChunkIsIn, cancelIsRecorded] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const taskQueue = await startWorker((real) => ({
      importRoster: (id) =>
        processRoster(
          fixture,
          id,
          'COMMIT',
          async () => {
            firstChunkIsIn.resolve();
            await cancelIsRecorded.promise;
          },
          500,
        ),
      cancelRosterImport: async (id) => {
        await real.cancelRosterImport(id);
        cancelIsRecorded.resolve();
      },
    }));
    const handle = await start(taskQueue, importId);
    await firstChunkIsIn.promise;
    await handle.cancel();
    const failure = await handle.result().then(
      () => undefined,
      (error: unknown) => error,
    );
    await keepHistory('roster-import-cancelled', handle);
    const imported = await fixture.ask<{ started: boolean }>(
      `SELECT g."workflowStartedAt" IS NOT NULL AS started FROM "roster_import_row" r JOIN "graduate" g ON g."id" = r."graduateId" WHERE r."importId" = $1 AND r."status" = 'IMPORTED'`,
      importId,
    );
    expect(imported.map(({ started }) => started)).toEqual(Array.from({ length: 500 }, () => true));
    expect(await fixture.ask('SELECT "status", "importedRows" FROM "roster_import" WHERE "id" = $1', importId)).toEqual([
      { status: 'CANCELLED', importedRows: 500 },
    ]);
    expect(failure).toBeInstanceOf(WorkflowFailedError);
    expect((failure as WorkflowFailedError).cause).toBeInstanceOf(CancelledFailure);
    await keepHistory('roster-import-cancelled', handle);
  });
});
