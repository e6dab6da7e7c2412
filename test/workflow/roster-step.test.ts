import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { deliverOutbox } from '../../activities/upkeep/deliver-outbox.ts';
import { standingQueryName, type StandingReport } from '../../domain/lifecycle/messages.ts';
import { graduateWorkflowId } from '../../domain/lifecycle/workflow-id.ts';
import type { RosterCells } from '../../domain/roster/match-headings.ts';
import { rosterImportWorkflowId, type RosterStep, type RosterStepReport } from '../../domain/roster/messages.ts';
import { insertRosterImport } from '../../infra/roster/import-store.ts';
import { storeSectionsDecision } from '../../infra/roster/section-batch.ts';
import { beginUndo } from '../../infra/roster/undo-store.ts';
import { newFileKey } from '../../infra/storage/file-store.ts';
import { startRosterStep } from '../../infra/temporal/start-roster-step.ts';
import {
  closeRecord,
  graduateCells,
  idNumberOf,
  openRosterFixture,
  sheetOf,
  type RosterFixture,
} from '../activities/roster/roster-fixture.ts';
import { keepHistory } from '../support/temporal/keep-history.ts';
import { startTestWorker, type TestWorker } from '../support/temporal/test-worker.ts';
import { moveTo } from '../support/temporal/virtual-time.ts';
import { destinationCells } from '../unit/roster/roster-cells.ts';

let fixture: RosterFixture;
let worker: TestWorker;
beforeAll(async () => {
  fixture = await openRosterFixture();
  worker = await startTestWorker(fixture.record);
});
afterAll(async () => {
  await worker?.stop();
  await closeRecord(fixture.record);
});

async function upload(...rows: RosterCells[]): Promise<string> {
  const [id, fileKey] = [fixture.newId(), newFileKey()];
  await worker.dependencies.files.put(fileKey, await sheetOf(rows));
  await insertRosterImport(fixture.pool, {
    id,
    schoolId: fixture.school.schoolId,
    cohort: 2027,
    fileKey,
    fileName: 'roster.xlsx',
    uploadedBy: fixture.importer,
    uploadedByRole: 'SCHOOL_ADMIN',
  });
  return id;
}

const handleOf = (importId: string) => worker.client.workflow.getHandle(rosterImportWorkflowId(importId));

/** Takes a step and waits for its end. */
async function take(importId: string, step: RosterStep): Promise<RosterStepReport> {
  expect(await startRosterStep(worker.client, worker.taskQueue, importId, step)).toBe(true);
  const report = (await handleOf(importId).result()) as RosterStepReport;
  await keepHistory(`roster-step-${step.toLowerCase().replace('_', '-')}`, handleOf(importId));
  return report;
}

interface Imported {
  readonly id: string;
  readonly nextDeadline: number;
}
const importedBy = (importId: string) =>
  fixture.ask<Imported>(
    `SELECT g."id", g."nextDeadline" FROM "roster_import_row" r JOIN "graduate" g ON g."id" = r."graduateId"
  WHERE r."importId" = $1 AND g."workflowStartedAt" IS NOT NULL ORDER BY r."rowNumber"`,
    importId,
  );

describe('the steps of an import, on the real server with time skipping', () => {
  it("R4 X19 R54 judge, commit and start lifecycles whose own clocks wake them, and carry out the second person's word", async () => {
    const importId = await upload(graduateCells(1, destinationCells), graduateCells(2), graduateCells(3, { gender: '男' }));
    expect(await take(importId, 'VALIDATE')).toEqual({ done: 2, left: 1 });
    expect(await fixture.count('graduate')).toBe(0);
    expect(await take(importId, 'COMMIT')).toEqual({ done: 2, left: 1 });
    const [first, second] = await importedBy(importId);

    const lifecycle = worker.client.workflow.getHandle(graduateWorkflowId(second!.id));
    await moveTo(worker.client, lifecycle.workflowId, second!.nextDeadline + 1_000);
    const { nextDeadline, version } = await lifecycle.query<StandingReport>(standingQueryName);
    expect([nextDeadline! > second!.nextDeadline, version]).toEqual([true, 1]);
    expect(await fixture.ask(`SELECT "action" FROM "audit_event" WHERE "graduateId" = $1 ORDER BY "seq"`, second!.id)).toEqual([
      { action: 'GRADUATE_IMPORTED' },
      { action: 'REMINDED' },
    ]);

    const by = fixture.newId();
    await storeSectionsDecision(fixture.pool, importId, { decision: 'APPROVE', reason: null, by, role: 'SCHOOL_REVIEWER', at: Date.now() });
    expect(await take(importId, 'DECIDE_SECTIONS')).toEqual({ done: 1, left: 0 });
    expect(await fixture.ask('SELECT "graduateId", "status", "schoolDecidedBy" FROM "section_version"')).toEqual([
      { graduateId: first!.id, status: 'APPROVED', schoolDecidedBy: by },
    ]);
    expect(await take(importId, 'DECIDE_SECTIONS')).toEqual({ done: 0, left: 0 });
  }, 90_000);

  it('R4 take an import back, and the lifecycles that it had started end', async () => {
    const importId = await upload(graduateCells(11), graduateCells(12));
    await take(importId, 'VALIDATE');
    await take(importId, 'COMMIT');
    const graduates = await importedBy(importId);
    expect(graduates).toHaveLength(2);
    expect(await beginUndo(fixture.pool, importId, { by: fixture.importer, role: 'SCHOOL_ADMIN', reason: '上传了去年的名单' })).toBe(
      'BEGUN',
    );
    expect(await take(importId, 'UNDO')).toEqual({ done: 2, left: 0 });
    await new MockActivityEnvironment().run(() => deliverOutbox(worker.dependencies));
    for (const { id } of graduates) await worker.client.workflow.getHandle(graduateWorkflowId(id)).result();
    expect(
      await fixture.ask(
        `SELECT "action", count(*)::int AS count FROM "audit_event" WHERE "graduateId" = ANY($1) GROUP BY 1 ORDER BY 1`,
        graduates.map(({ id }) => id),
      ),
    ).toEqual([
      { action: 'GRADUATE_IMPORTED', count: 2 },
      { action: 'GRADUATE_REMOVED', count: 2 },
    ]);
  }, 90_000);

  it('R4 are taken one at a time, and one whose attempt fails is tried again with no trace of the error in the history', async () => {
    const importId = await upload(graduateCells(21));
    const [isAtWork, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let attempts = 0;
    const taskQueue = `steps-${randomUUID()}`;
    const other = await startTestWorker(fixture.record, {
      taskQueue,
      activities: (real) => ({
        validateRoster: async (id) => {
          attempts += 1;
          if (attempts === 1) throw new Error(`duplicate key ${idNumberOf(21)}`);
          isAtWork.resolve();
          await mayGoOn.promise;
          return real.validateRoster(id);
        },
      }),
    });
    try {
      expect(await startRosterStep(worker.client, taskQueue, importId, 'VALIDATE')).toBe(true);
      await isAtWork.promise;
      expect(await startRosterStep(worker.client, taskQueue, importId, 'COMMIT')).toBe(false);
      mayGoOn.resolve();
      expect(await handleOf(importId).result()).toEqual({ done: 1, left: 0 });
      expect(attempts).toBe(2);
      const history = JSON.stringify((await handleOf(importId).fetchHistory()).events, (_, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString() : value,
      );
      expect(history).toContain(importId);
      expect(history).not.toContain(idNumberOf(21));
      expect(await startRosterStep(worker.client, taskQueue, importId, 'COMMIT')).toBe(true);
      expect(await handleOf(importId).result()).toEqual({ done: 1, left: 0 });
    } finally {
      mayGoOn.resolve();
      await other.stop();
    }
  }, 90_000);
});
