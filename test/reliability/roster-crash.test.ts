import { closeRecord, graduateCells, sheetOf } from '../activities/roster/roster-fixture.ts';
import { importThroughKills } from '../support/roster/killed-import.ts';
import { openTestRecord, type TestRecord } from '../support/record/test-record.ts';
import { sharedBundle } from '../support/temporal/shared-bundle.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
  await sharedBundle();
});
afterAll(() => record && closeRecord(record));

// Every chunk holds rows of both kinds, and few lifecycles are to be started: those are not what this is about.
const [rows, good] = [3_000, 250];
const cells = Array.from({ length: rows }, (_, index) => graduateCells(index, index % (rows / good) === 0 ? {} : { gender: '男' }));

it('R4 an import whose worker is killed twice, at random rows, loses no row and doubles none', async () => {
  const { importId, progress } = await importThroughKills(record, { sheet: await sheetOf(cells), rows, good, kills: 2 });
  expect(progress).toMatchObject({ phase: 'DONE', counts: { rows, imported: good, invalid: rows - good, existing: 0 } });
  const {
    rows: [counted],
  } = await record.pool.query(
    `SELECT (SELECT count(*)::int FROM "graduate") AS graduates, (SELECT count(*)::int FROM "graduate" WHERE "workflowStartedAt" IS NOT NULL) AS started,
    (SELECT count(*)::int FROM "audit_event" WHERE "action" = 'GRADUATE_IMPORTED') AS audited, (SELECT count(DISTINCT "graduateId")::int FROM "roster_import_row" WHERE "importId" = $1 AND "status" = 'IMPORTED') AS reported,
    (SELECT count(*)::int FROM "roster_import_row" WHERE "importId" = $1 AND "status" = 'INVALID') AS invalid`,
    [importId],
  );
  expect(counted).toEqual({ graduates: good, started: good, audited: good, reported: good, invalid: rows - good });
}, 150_000);
