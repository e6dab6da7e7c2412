import { readFile } from 'node:fs/promises';
import { noProgress } from '../../../activities/roster/dependencies.ts';
import { decideSections } from '../../../activities/roster/decide-sections.ts';
import { processRoster } from '../../../activities/roster/process-roster.ts';
import { storeSectionsDecision } from '../../../infra/roster/section-batch.ts';
import { sampleCombined, sampleExport } from '../../../scripts/samples/sample-dialects.ts';
import { sampleCombinedFile, sampleExportFile, sampleRosterFile } from '../../../scripts/samples/sample-file.ts';
import { closeRecord, openRosterFixture, type RosterFixture } from './roster-fixture.ts';

let fixture: RosterFixture;
beforeEach(async () => {
  fixture = await openRosterFixture();
});
afterEach(async () => {
  await closeRecord(fixture.record);
});

async function commit(path: string): Promise<string> {
  const importId = await fixture.uploadFile(await readFile(path));
  for (const mode of ['TRIAL', 'COMMIT'] as const) await processRoster(fixture, importId, mode, noProgress);
  return importId;
}
const counts = (importId: string) =>
  fixture.ask(
    'SELECT "status", "dialect", "importedRows" AS imported, "changedRows" AS changed, "invalidRows" AS invalid FROM "roster_import" WHERE "id" = $1',
    importId,
  );

describe('a roster in each dialect goes in from a real file', () => {
  it('X19 the national template makes graduates; the 2024 export and the provincial sheet bring their destinations, found by student number', async () => {
    expect(await counts(await commit(sampleRosterFile(2027)))).toEqual([
      { status: 'IMPORTED', dialect: 'NATIONAL', imported: 40, changed: 0, invalid: 0 },
    ]);
    const exported = await commit(sampleExportFile(2027));
    expect(await counts(exported)).toEqual([{ status: 'IMPORTED', dialect: 'EXPORT_2024', imported: 0, changed: 5, invalid: 0 }]);
    const combined = await commit(sampleCombinedFile(2027));
    expect(await counts(combined)).toEqual([{ status: 'IMPORTED', dialect: 'PROVINCIAL_COMBINED', imported: 0, changed: 4, invalid: 0 }]);
    for (const importId of [exported, combined]) {
      await storeSectionsDecision(fixture.pool, importId, {
        decision: 'APPROVE',
        reason: null,
        by: fixture.newId(),
        role: 'SCHOOL_REVIEWER',
        at: Date.now(),
      });
      await decideSections(fixture, importId, noProgress);
    }
    expect(
      await fixture.ask(`SELECT v."content" ->> 'code' AS code, v."content" ->> 'entityName' AS entity, v."content" ->> 'startDate' AS start, count(*)::int AS count
      FROM "section_version" v JOIN "roster_import_section" s ON s."versionId" = v."id" WHERE v."status" = 'APPROVED' GROUP BY 1, 2, 3 ORDER BY 1, 3`),
    ).toEqual([
      { code: '10', entity: '样例数据有限公司', start: '2027-04-20', count: 5 },
      { code: '70', entity: null, start: '2027-06-10', count: 2 },
      { code: '801', entity: '样例理工大学', start: '2027-09-02', count: 2 },
    ]);
  });

  it('a sheet without documents makes no graduate and touches nobody of another name', async () => {
    const importId = await commit(sampleExportFile(2027));
    expect(await counts(importId)).toEqual([{ status: 'IMPORTED', dialect: 'EXPORT_2024', imported: 0, changed: 0, invalid: 5 }]);
    expect(
      await fixture.ask(
        `SELECT DISTINCT p ->> 'code' AS code FROM "roster_import_row", jsonb_array_elements("problems") p WHERE p ->> 'severity' = 'ERROR'`,
      ),
    ).toEqual([{ code: 'NOT_ON_ROSTER' }]);
    await commit(sampleRosterFile(2027));
    await fixture.ask(`UPDATE "graduate" SET "name" = '改名'`);
    await commit(sampleExportFile(2027));
    expect(
      await fixture.ask(`SELECT p ->> 'code' AS code, count(*)::int AS count FROM "roster_import_row" r JOIN "roster_import" i ON i."id" = r."importId", jsonb_array_elements("problems") p
      WHERE p ->> 'code' = 'NAME_OTHER' GROUP BY 1`),
    ).toEqual([{ code: 'NAME_OTHER', count: 5 }]);
    expect(await fixture.count('section_version')).toBe(6);
  });

  it('the files are what the generator writes', async () => {
    expect((await sampleExport(2027)).equals(await readFile(sampleExportFile(2027)))).toBe(true);
    expect(sampleCombined(2027).equals(await readFile(sampleCombinedFile(2027)))).toBe(true);
  });
});
