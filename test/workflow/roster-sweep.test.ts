import { randomUUID } from 'node:crypto';
import { rosterImportWorkflowId, type RosterStepReport } from '../../domain/roster/messages.ts';
import { newFileKey } from '../../infra/storage/file-store.ts';
import { inTransaction } from '../../infra/database/transaction.ts';
import { askForCommit, cancelRosterImport, findRosterImport, insertRosterImport, markMended } from '../../infra/roster/import-store.ts';
import { storeSectionsDecision } from '../../infra/roster/section-batch.ts';
import type { ImportAsk } from '../../domain/roster/import-status.ts';
import { closeRecord, graduateCells, openRosterFixture, sheetOf, type RosterFixture } from '../activities/roster/roster-fixture.ts';
import { destinationCells } from '../unit/roster/roster-cells.ts';
import { startTestWorker, type TestWorker } from '../support/temporal/test-worker.ts';

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

/** An import as the API leaves it when Temporal does not answer: a file and a row, and nothing else. */
async function stored(asked: ImportAsk, cells: Parameters<typeof sheetOf>[0]): Promise<string> {
  const [id, fileKey] = [fixture.newId(), newFileKey()];
  await worker.dependencies.files.put(fileKey, await sheetOf(cells));
  await insertRosterImport(fixture.pool, {
    id,
    schoolId: fixture.school.schoolId,
    cohort: 2027,
    fileKey,
    fileName: 'roster.xlsx',
    uploadedBy: fixture.importer,
    uploadedByRole: 'SCHOOL_ADMIN',
    asked,
  });
  return id;
}

const aMinutePasses = (id: string) =>
  fixture.pool.query(`UPDATE "roster_import" SET "askedAt" = "askedAt" - INTERVAL '1 minute' WHERE "id" = $1`, [id]);
const sweep = () => worker.client.workflow.execute('batchSweep', { workflowId: `sweep-${randomUUID()}`, taskQueue: worker.taskQueue });
const handleOf = (id: string) => worker.client.workflow.getHandle(rosterImportWorkflowId(id));
const statusOf = async (id: string) => (await findRosterImport(fixture.pool, id))?.status;

describe('the sweep of what is asked of rosters', () => {
  it('R4 X19 begins a trial run, a commit and the second person’s word, each once and at its turn', async () => {
    const id = await stored('TRIAL', [graduateCells(1, destinationCells), graduateCells(2)]);
    await sweep();
    await expect(handleOf(id).describe()).rejects.toThrow();
    await aMinutePasses(id);
    await sweep();
    expect(await handleOf(id).result()).toMatchObject({ phase: 'DONE' });
    expect(await statusOf(id)).toBe('VALIDATED');
    const { runId } = await handleOf(id).describe();
    await sweep();
    expect((await handleOf(id).describe()).runId).toBe(runId);

    expect(await askForCommit(fixture.pool, id)).toBe(true);
    await aMinutePasses(id);
    await sweep();
    expect((await handleOf(id).result()) as RosterStepReport).toEqual({ done: 2, left: 0 });
    expect(await askForCommit(fixture.pool, id)).toBe(false);

    const by = fixture.newId();
    expect(
      await storeSectionsDecision(fixture.pool, id, { decision: 'APPROVE', reason: null, by, role: 'SCHOOL_REVIEWER', at: Date.now() }),
    ).toBe(true);
    // One thing at a time: a mend would be asked for in its place.
    expect(await inTransaction(fixture.pool, (connection) => markMended(connection, id))).toBe(false);
    await aMinutePasses(id);
    await sweep();
    expect(await handleOf(id).result()).toEqual({ done: 1, left: 0 });
    expect(await fixture.ask('SELECT "status", "schoolDecidedBy" FROM "section_version"')).toEqual([
      { status: 'APPROVED', schoolDecidedBy: by },
    ]);
    const last = (await handleOf(id).describe()).runId;
    await sweep();
    expect((await handleOf(id).describe()).runId).toBe(last);
  }, 90_000);

  it('R4 leaves alone what is cancelled, and what nobody has asked for', async () => {
    const cancelled = await stored('IMPORT', [graduateCells(11)]);
    await cancelRosterImport(fixture.pool, cancelled);
    const unasked = await stored('IMPORT', [graduateCells(12)]);
    await fixture.pool.query('UPDATE "roster_import" SET "asked" = NULL WHERE "id" = $1', [unasked]);
    for (const id of [cancelled, unasked]) await aMinutePasses(id);
    await sweep();
    for (const id of [cancelled, unasked]) await expect(handleOf(id).describe()).rejects.toThrow();
  });
});
