import { manyGraduates, sheetOf } from '../activities/roster/roster-fixture.ts';
import { importThroughKills } from '../support/roster/killed-import.ts';
import { openTestRecord, type TestRecord } from '../support/record/test-record.ts';
import { sharedBundle } from '../support/temporal/shared-bundle.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
  await sharedBundle();
});
afterAll(() => record?.close());

const rows = 1_200;

it('R4 an import whose worker is killed twice, at random rows, loses no row and doubles none', async () => {
  const { importId, progress, killed } = await importThroughKills(record, await sheetOf(manyGraduates(rows)), rows, 2);
  expect(killed).toBe(2);
  expect(progress).toMatchObject({ phase: 'DONE', counts: { rows, imported: rows, invalid: 0, existing: 0 } });
  const { rows: [counted] } = await record.pool.query(`SELECT (SELECT count(*)::int FROM "graduate") AS graduates, (SELECT count(*)::int FROM "graduate" WHERE "workflowStartedAt" IS NOT NULL) AS started,
    (SELECT count(*)::int FROM "audit_event" WHERE "action" = 'GRADUATE_IMPORTED') AS audited, (SELECT count(*)::int FROM "roster_import_row" WHERE "importId" = $1 AND "status" = 'IMPORTED') AS reported`, [importId]);
  expect(counted).toEqual({ graduates: rows, started: rows, audited: rows, reported: rows });
}, 300_000);
