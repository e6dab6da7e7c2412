import { noProgress, type Progress, type RosterDependencies } from '../../../activities/roster/dependencies.ts';
import type { ImportMode } from '../../../domain/roster/import-status.ts';
import { processRoster as runRoster } from '../../../activities/roster/process-roster.ts';
import { cancelRosterImport } from '../../../infra/roster/import-store.ts';
import { dossierCells } from '../../unit/roster/roster-cells.ts';
import { closeRecord, graduateCells, manyGraduates, openRosterFixture, type RosterFixture } from './roster-fixture.ts';

let fixture: RosterFixture;
beforeEach(async () => {
  fixture = await openRosterFixture();
});
afterEach(async () => {
  await closeRecord(fixture.record);
});

/** In chunks of 500. */
const processRoster = (dependencies: RosterDependencies, importId: string, mode: ImportMode, progress: Progress) =>
  runRoster(dependencies, importId, mode, progress, 500);

/** Fails after so many chunks, as a worker that dies between two of them. */
function dyingAfter(chunks: number): Progress {
  let seen = 0;
  return () => {
    seen += 1;
    return seen === chunks ? Promise.reject(new Error('the worker has died')) : Promise.resolve();
  };
}

/** Everybody once: on the roster, in the report, in the audit log. */
async function expectEachOnce(importId: string, graduates: number): Promise<void> {
  expect(await fixture.count('graduate')).toBe(graduates);
  expect(
    await fixture.ask(
      `SELECT "status", count(*)::int AS count, count(DISTINCT "graduateId")::int AS graduates FROM "roster_import_row" WHERE "importId" = $1 GROUP BY 1 ORDER BY 1`,
      importId,
    ),
  ).toEqual([
    { status: 'IMPORTED', count: graduates, graduates },
    { status: 'INVALID', count: 1, graduates: 0 },
  ]);
  expect(
    await fixture.ask(
      `SELECT count(*)::int AS count, count(DISTINCT "graduateId")::int AS graduates FROM "audit_event" WHERE "action" = 'GRADUATE_IMPORTED'`,
    ),
  ).toEqual([{ count: graduates, graduates }]);
}

// Good rows and one whose second appearance lies beyond the crash: three chunks of 500, 500 and 121.
const rows = [...manyGraduates(1_119), graduateCells(0), graduateCells(1_200, dossierCells)];
const finished = {
  status: 'IMPORTED',
  refusal: null,
  rows: 1_121,
  valid: 0,
  invalid: 1,
  existing: 0,
  imported: 1_120,
  changed: 0,
  warnings: 0,
};

describe('an import that is interrupted', () => {
  it.each([1, 2, 3])('goes on after chunk %i, and no row is twice', async (chunks) => {
    const importId = await fixture.upload(rows);
    await expect(processRoster(fixture, importId, 'TRIAL', dyingAfter(chunks))).rejects.toThrow('the worker has died');
    expect(await processRoster(fixture, importId, 'TRIAL', noProgress)).toMatchObject({ status: 'VALIDATED', valid: 1_120, invalid: 1 });
    await expect(processRoster(fixture, importId, 'COMMIT', dyingAfter(chunks))).rejects.toThrow('the worker has died');
    expect(await fixture.ask('SELECT "status", "importedRows" FROM "roster_import"')).toEqual([
      { status: 'IMPORTING', importedRows: Math.min(chunks * 500, 1_120) },
    ]);
    expect(await processRoster(fixture, importId, 'COMMIT', noProgress)).toEqual(finished);
    await expectEachOnce(importId, 1_120);
  });

  it('leaves nothing of the chunk in which the database failed', async () => {
    const importId = await fixture.upload(rows);
    await processRoster(fixture, importId, 'TRIAL', noProgress);
    let ids = 0;
    const failing = {
      ...fixture,
      newId: () => {
        ids += 1;
        return ids === 700 ? 'no id' : fixture.newId();
      },
    };
    await expect(processRoster(failing, importId, 'COMMIT', noProgress)).rejects.toThrow('invalid input syntax for type uuid');
    expect([await fixture.count('graduate'), await fixture.count('audit_event')]).toEqual([500, 500]);
    expect(await processRoster(fixture, importId, 'COMMIT', noProgress)).toEqual(finished);
    await expectEachOnce(importId, 1_120);
  });

  it('is the same when two workers run it at once, one of them taken for dead', async () => {
    const importId = await fixture.upload(rows);
    await processRoster(fixture, importId, 'TRIAL', noProgress);
    await Promise.all([processRoster(fixture, importId, 'COMMIT', noProgress), processRoster(fixture, importId, 'COMMIT', noProgress)]);
    expect(await processRoster(fixture, importId, 'COMMIT', noProgress)).toEqual(finished);
    await expectEachOnce(importId, 1_120);
  });

  it('answers the same when it is run again after its end', async () => {
    const importId = await fixture.upload(rows);
    await processRoster(fixture, importId, 'TRIAL', noProgress);
    await processRoster(fixture, importId, 'COMMIT', noProgress);
    const before = await fixture.ask('SELECT * FROM "roster_import_row" ORDER BY "rowNumber"');
    expect(await processRoster(fixture, importId, 'COMMIT', noProgress)).toEqual(finished);
    expect(await processRoster(fixture, importId, 'TRIAL', noProgress)).toEqual(finished);
    expect(await fixture.ask('SELECT * FROM "roster_import_row" ORDER BY "rowNumber"')).toEqual(before);
  });

  it('lets two imports of one school take turns: whoever comes second finds the graduates there', async () => {
    const [first, second] = [await fixture.upload(manyGraduates(250)), await fixture.upload(manyGraduates(250))];
    for (const importId of [first, second]) await processRoster(fixture, importId, 'TRIAL', noProgress);
    const reports = await Promise.all([first, second].map((importId) => processRoster(fixture, importId, 'COMMIT', noProgress)));
    expect(reports.map(({ imported, existing }) => imported + existing)).toEqual([250, 250]);
    expect(reports.reduce((sum, { imported }) => sum + imported, 0)).toBe(250);
    expect(await fixture.count('graduate')).toBe(250);
  });

  it('stops between two chunks when it is cancelled, keeps what is there, and does not begin again', async () => {
    const importId = await fixture.upload(rows);
    await processRoster(fixture, importId, 'TRIAL', noProgress);
    const report = await processRoster(fixture, importId, 'COMMIT', () => cancelRosterImport(fixture.pool, importId));
    expect(report).toMatchObject({ status: 'CANCELLED', imported: 500 });
    expect(await fixture.count('graduate')).toBe(500);
    expect(await processRoster(fixture, importId, 'COMMIT', noProgress)).toMatchObject({ status: 'CANCELLED', imported: 500 });
    expect(await fixture.count('graduate')).toBe(500);
  });
});
