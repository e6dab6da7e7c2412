import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { rosterImportWorkflowId } from '../../domain/roster/messages.ts';
import { createFileStore } from '../../infra/storage/file-store.ts';
import { startRosterImport } from '../../infra/temporal/start-roster-import.ts';
import { startRosterStep } from '../../infra/temporal/start-roster-step.ts';
import { startSoon } from '../../infra/temporal/start-soon.ts';
import { seedSchool } from '../../prisma/seed/seed-school.ts';
import { graduateCells, sheetOf } from '../activities/roster/roster-fixture.ts';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import type { Client as ApiClient, Reply } from '../api/support/client.ts';
import { staffClient } from '../api/support/people.ts';
import { stackAddresses } from '../support/stack/addresses.ts';
import { startOwnServer, type OwnServer } from '../support/temporal/own-server.ts';
import { sharedBundle } from '../support/temporal/shared-bundle.ts';
import { startTestWorker, type TestWorker } from '../support/temporal/test-worker.ts';

const taskQueue = `roster-${randomUUID()}`;
let app: TestApplication;
let server: OwnServer;
let admin: ApiClient;

/** As the API starts a workflow: wherever the server is, or is no more. */
async function startAt(start: (client: Client) => Promise<unknown>): Promise<void> {
  const { address, namespace } = stackAddresses().temporal;
  const connection = Connection.lazy({ address });
  try {
    await startSoon(connection, pino({ level: 'silent' }), () => start(new Client({ connection, namespace })));
  } finally {
    await connection.close();
  }
}

beforeAll(async () => {
  await sharedBundle();
  server = await startOwnServer();
  app = await openApplication({
    replace: (record) => ({
      files: createFileStore({ directory: join(stackAddresses().directory, 'files'), keys: record.keyring.files }),
      startRosterImport: (id, trialOnly) => startAt((client) => startRosterImport(client, taskQueue, id, trialOnly)),
      startRosterStep: (id, step) => startAt((client) => startRosterStep(client, taskQueue, id, step)),
    }),
  });
  const { schoolId } = await seedSchool(app.record.pool, app.record.newId);
  admin = await staffClient(app, app.record.newId(), { role: 'SCHOOL_ADMIN', schoolId });
}, 120_000);
afterAll(async () => {
  await app?.close();
  await server?.stop();
});

const upload = async (commit: 'AT_ONCE' | 'LATER', ...rows: Parameters<typeof sheetOf>[0]): Promise<Reply> =>
  admin.upload(`/api/rosters?cohort=2027&commit=${commit}`, await sheetOf(rows), 'application/octet-stream');
const ended = (worker: TestWorker, id: string) => worker.client.workflow.getHandle(rosterImportWorkflowId(id)).result();

async function sweep({ client }: TestWorker): Promise<void> {
  await app.record.pool.query(`UPDATE "roster_import" SET "askedAt" = "askedAt" - INTERVAL '1 minute'`);
  await client.workflow.execute('batchSweep', { workflowId: `sweep-${randomUUID()}`, taskQueue });
}

describe('a roster while Temporal is halted', () => {
  it('R4 an upload and a commit are accepted, say that they wait, and begin by themselves once it is back', async () => {
    const before = await startTestWorker(app.record, { taskQueue });
    const {
      body: { id: checked },
    } = await upload('LATER', graduateCells(1), graduateCells(2, { gender: '不详' }));
    await ended(before, checked as string);
    await before.stop();

    await server.kill();
    const uploaded = await upload('AT_ONCE', graduateCells(3), graduateCells(4));
    expect(uploaded).toMatchObject({ status: 201, body: { status: 'UPLOADED', asked: 'IMPORT', rows: 0 } });
    const fresh = uploaded.body.id as string;
    expect(await admin.post(`/api/rosters/${checked}/commit`, {})).toMatchObject({
      status: 200,
      body: { status: 'VALIDATED', asked: 'COMMIT', valid: 1 },
    });
    await server.restart();

    const after = await startTestWorker(app.record, { taskQueue });
    try {
      await sweep(after);
      await Promise.all([ended(after, fresh), ended(after, checked as string)]);
      expect((await admin.get(`/api/rosters/${fresh}`)).body).toMatchObject({
        status: 'IMPORTED',
        asked: null,
        imported: 2,
        lifecycles: { started: 2, waiting: 0 },
      });
      expect((await admin.get(`/api/rosters/${checked}`)).body).toMatchObject({
        status: 'IMPORTED',
        asked: null,
        imported: 1,
        lifecycles: { started: 1, waiting: 0 },
      });
      const runOf = async (id: string) => (await after.client.workflow.getHandle(rosterImportWorkflowId(id)).describe()).runId;
      const runs = [await runOf(fresh), await runOf(checked as string)];
      await sweep(after);
      expect([await runOf(fresh), await runOf(checked as string)]).toEqual(runs);
      const { rows } = await app.record.pool.query(
        `SELECT "action", count(*)::int AS "count" FROM "audit_event" WHERE "graduateId" IS NOT NULL GROUP BY 1`,
      );
      expect(rows).toEqual([{ action: 'GRADUATE_IMPORTED', count: 3 }]);
    } finally {
      await after.stop();
    }
  }, 180_000);
});
