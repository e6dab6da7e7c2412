import { closeRecord, manyGraduates, sheetOf } from '../activities/roster/roster-fixture.ts';
import { importThroughKills } from '../support/roster/killed-import.ts';
import { openTestRecord, type TestRecord } from '../support/record/test-record.ts';
import { sharedBundle } from '../support/temporal/shared-bundle.ts';

const rows = 4_800;
const kills = 20;

let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
  await sharedBundle();
});
afterAll(() => record && closeRecord(record));

it(`R4 an import whose worker is killed ${kills} times, at random rows, loses no row and doubles none`, async () => {
  const { importId, progress } = await importThroughKills(record, { sheet: await sheetOf(manyGraduates(rows)), rows, good: rows, kills });
  expect(progress).toMatchObject({ phase: 'DONE', counts: { rows, imported: rows, invalid: 0, existing: 0 } });
  const {
    rows: [counted],
  } = await record.pool.query(
    `SELECT (SELECT count(*)::int FROM "graduate") AS graduates, (SELECT count(DISTINCT "graduateId")::int FROM "audit_event" WHERE "action" = 'GRADUATE_IMPORTED') AS audited,
    (SELECT count(*)::int FROM "audit_event" WHERE "action" = 'GRADUATE_IMPORTED') AS events, (SELECT count(DISTINCT "graduateId")::int FROM "roster_import_row" WHERE "importId" = $1 AND "status" = 'IMPORTED') AS reported`,
    [importId],
  );
  expect(counted).toEqual({ graduates: rows, audited: rows, events: rows, reported: rows });
}, 1_800_000);
