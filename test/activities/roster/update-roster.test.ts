import { noProgress } from '../../../activities/roster/dependencies.ts';
import { processRoster } from '../../../activities/roster/process-roster.ts';
import type { RosterCells } from '../../../domain/roster/match-headings.ts';
import { identityIndex } from '../../../infra/identity/identity-index.ts';
import { closeRecord, graduateCells, idNumberOf, openRosterFixture, type RosterFixture } from './roster-fixture.ts';

let fixture: RosterFixture;
beforeEach(async () => {
  fixture = await openRosterFixture();
});
afterEach(async () => {
  await closeRecord(fixture.record);
});

const run = (importId: string, mode: 'TRIAL' | 'COMMIT') => processRoster(fixture, importId, mode, noProgress);
async function imported(...rows: RosterCells[]): Promise<string> {
  const importId = await fixture.upload(rows);
  await run(importId, 'TRIAL');
  await run(importId, 'COMMIT');
  return importId;
}
const row = async (importId: string, rowNumber: number) =>
  (
    await fixture.ask<{ status: string; changes: unknown; problems: { code: string }[] }>(
      'SELECT "status", "changes", "problems" FROM "roster_import_row" WHERE "importId" = $1 AND "rowNumber" = $2',
      importId,
      rowNumber,
    )
  )[0];
const graduates = () => fixture.ask<Record<string, unknown>>('SELECT * FROM "graduate" ORDER BY "studentNo"');

describe('an updated roster', () => {
  it('R7 X12 changes what differs and nothing else, and says so before', async () => {
    await imported(graduateCells(1), graduateCells(2), graduateCells(3));
    const before = await graduates();
    const importId = await fixture.upload([
      graduateCells(1, { major: '网络工程', phone: '19900000009' }),
      graduateCells(2, { className: null }),
      graduateCells(3, { college: '外国语学院' }),
    ]);
    expect(await run(importId, 'TRIAL')).toMatchObject({ changed: 2, existing: 1, valid: 0 });
    expect(await row(importId, 2)).toEqual({
      status: 'CHANGED',
      problems: [],
      changes: { fields: ['major'], sections: [], returns: false, numbers: 0 },
    });
    expect(await graduates()).toEqual(before);
    expect(await run(importId, 'COMMIT')).toMatchObject({ changed: 2, existing: 1, imported: 0 });
    const after = await graduates();
    expect(after[0]).toEqual({ ...before[0], major: '网络工程', version: 1, updatedAt: after[0]?.['updatedAt'] });
    expect(after[1]).toEqual(before[1]);
    expect(after[2]).toEqual({
      ...before[2],
      collegeId: fixture.school.collegeIds.get('外国语学院'),
      version: 1,
      updatedAt: after[2]?.['updatedAt'],
    });
    expect(
      await fixture.ask(`SELECT "action", "fields" FROM "audit_event" WHERE "action" <> 'GRADUATE_IMPORTED' ORDER BY "action"`),
    ).toEqual([
      { action: 'BASIC_INFORMATION_CORRECTED', fields: ['major'] },
      { action: 'GRADUATE_PLACED', fields: ['college'] },
    ]);
    expect(await fixture.ask('SELECT "event" FROM "notification"')).toEqual([{ event: 'basic_information.corrected' }]);
    expect(await fixture.count('outbox')).toBe(2);
  });

  it('R21 X12 a key field returns who had confirmed to 未确认: counted in the trial run, done by the commit', async () => {
    await imported(graduateCells(1));
    await fixture.ask(`UPDATE "graduate" SET "confirmationStatus" = 'UNCONFIRMED'`);
    await fixture.ask(`UPDATE "graduate" SET "confirmationStatus" = 'CONFIRMED'`);
    const importId = await fixture.upload([graduateCells(1, { graduatedAt: '202612', cohort: 2027 })]);
    await run(importId, 'TRIAL');
    expect(await row(importId, 2)).toMatchObject({ changes: { fields: ['graduatedAt'], returns: true, numbers: 0 } });
    expect(await fixture.ask('SELECT "returningCount", "dyingNumbers" FROM "roster_import" WHERE "id" = $1', importId)).toEqual([
      { returningCount: 1, dyingNumbers: 0 },
    ]);
    await run(importId, 'COMMIT');
    expect(await fixture.ask('SELECT "graduatedAt", "confirmationStatus" FROM "graduate"')).toEqual([
      { graduatedAt: '202612', confirmationStatus: 'UNCONFIRMED' },
    ]);
  });

  it('X22 corrects a document and the numbers that two others vouch for', async () => {
    await imported(graduateCells(1));
    const importId = await imported(graduateCells(1, { idNumber: idNumberOf(9) }));
    expect(await row(importId, 2)).toMatchObject({ status: 'UPDATED', changes: { fields: ['idNumberIndex'] } });
    expect((await graduates())[0]).toMatchObject({ idNumberIndex: identityIndex(fixture.index, 'RESIDENT_ID', idNumberOf(9)) });
    await imported(graduateCells(1, { idNumber: idNumberOf(9), candidateNo: '23110199999999' }));
    expect((await graduates())[0]).toMatchObject({ candidateNo: '23110199999999', studentNo: 'S00001' });
  });

  it('refuses numbers that belong to different graduates, or to another one', async () => {
    await imported(graduateCells(1), graduateCells(2));
    const importId = await imported(
      graduateCells(1, { candidateNo: graduateCells(2).candidateNo ?? null }),
      graduateCells(7, { name: '别人', studentNo: 'S00002' }),
    );
    expect((await row(importId, 2))?.problems.map(({ code }) => code)).toEqual(['NUMBERS_DISAGREE']);
    expect((await row(importId, 3))?.problems.map(({ code }) => code)).toEqual(['NUMBER_TAKEN']);
    expect(await fixture.count('graduate')).toBe(2);
  });

  it('warns of a person whom another school has in this cohort, and does not say which', async () => {
    await imported(graduateCells(1));
    const other = fixture.newId();
    await fixture.ask(
      `INSERT INTO "school" ("id", "code", "name", "provinceCode", "officeEmail") VALUES ($1, '10002', '另一所大学', '110000', 'x@example.com')`,
      other,
    );
    await fixture.ask('UPDATE "graduate" SET "schoolId" = $1, "collegeId" = NULL', other);
    const importId = await imported(graduateCells(1));
    const found = await row(importId, 2);
    expect(found).toMatchObject({
      status: 'IMPORTED',
      problems: [{ code: 'PERSON_AT_OTHER_SCHOOL', field: 'idNumber', severity: 'WARNING' }],
    });
    expect(JSON.stringify(found)).not.toContain('另一所');
  });
});
