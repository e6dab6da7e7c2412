import { noProgress } from '../../../activities/roster/dependencies.ts';
import { processRoster } from '../../../activities/roster/process-roster.ts';
import { undoImport } from '../../../activities/roster/undo-import.ts';
import { inTransaction } from '../../../infra/database/transaction.ts';
import { markMended } from '../../../infra/roster/import-store.ts';
import { writeMend } from '../../../infra/roster/mends.ts';
import { beginUndo, previewUndo } from '../../../infra/roster/undo-store.ts';
import type { RosterCells } from '../../../domain/roster/match-headings.ts';
import { destinationCells } from '../../unit/roster/roster-cells.ts';
import { closeRecord, graduateCells, idNumberOf, openRosterFixture, type RosterFixture } from './roster-fixture.ts';

let fixture: RosterFixture;
beforeEach(async () => {
  fixture = await openRosterFixture();
});
afterEach(async () => {
  await closeRecord(fixture.record);
});

const run = (importId: string, mode: 'TRIAL' | 'COMMIT') => processRoster(fixture, importId, mode, noProgress);
const mend = (importId: string, rowNumber: number, cells: RosterCells) =>
  inTransaction(fixture.pool, async (connection) => {
    expect(await markMended(connection, importId)).toBe(true);
    await writeMend(connection, fixture, { importId, rowNumber, cells, mendedBy: fixture.importer });
  });
async function imported(...rows: RosterCells[]): Promise<string> {
  const importId = await fixture.upload(rows);
  await run(importId, 'TRIAL');
  await run(importId, 'COMMIT');
  return importId;
}

describe('cells put right in place', () => {
  it('are judged by the same path, a row against the others too, and nothing of them stands in the clear', async () => {
    const importId = await fixture.upload([graduateCells(1), graduateCells(2, { college: '玄学院', idNumber: '1' })]);
    expect(await run(importId, 'TRIAL')).toMatchObject({ valid: 1, invalid: 1 });
    await mend(importId, 3, { college: '信息工程学院', idNumber: idNumberOf(1) });
    expect(await run(importId, 'TRIAL')).toMatchObject({ valid: 1, invalid: 1 });
    expect(
      await fixture.ask<{ code: string }>(
        `SELECT p ->> 'code' AS code FROM "roster_import_row", jsonb_array_elements("problems") p WHERE "rowNumber" = 3`,
      ),
    ).toEqual([{ code: 'PERSON_REPEATED' }]);
    await mend(importId, 3, { idNumber: idNumberOf(2) });
    expect(await run(importId, 'TRIAL')).toMatchObject({ valid: 2, invalid: 0 });
    expect(JSON.stringify(await fixture.ask('SELECT * FROM "roster_import_mend"'))).not.toContain(idNumberOf(2).slice(0, 12));
    expect(await run(importId, 'COMMIT')).toMatchObject({ imported: 2 });
  });

  it('follow good rows that are on the roster already, who stay as they are', async () => {
    const importId = await imported(graduateCells(1), graduateCells(2, { gender: '男' }), graduateCells(3));
    const before = await fixture.ask('SELECT * FROM "graduate" ORDER BY "studentNo"');
    expect(before).toHaveLength(2);
    await mend(importId, 3, { gender: '女' });
    expect(await run(importId, 'TRIAL')).toMatchObject({ status: 'VALIDATED', imported: 2, valid: 1, invalid: 0 });
    expect(await run(importId, 'COMMIT')).toMatchObject({ status: 'IMPORTED', imported: 3, valid: 0, invalid: 0, existing: 0 });
    expect(await fixture.ask(`SELECT * FROM "graduate" WHERE "studentNo" <> 'S00002' ORDER BY "studentNo"`)).toEqual(before);
  });
});

describe('an import is taken back', () => {
  const undo = (importId: string) =>
    beginUndo(fixture.pool, importId, { by: fixture.importer, role: 'SCHOOL_ADMIN', reason: '上传了去年的名单' });

  it('as a whole: lifecycles end, workflows are told, the audit log keeps who and why, and the right roster can go in', async () => {
    const importId = await imported(graduateCells(1, destinationCells), graduateCells(2));
    expect(await previewUndo(fixture.pool, importId)).toEqual({ graduates: 2, acted: 0, updated: 0 });
    expect(await undo(importId)).toBe('BEGUN');
    expect(await undoImport(fixture, importId, noProgress)).toEqual({ done: 2, left: 0 });
    expect(await fixture.ask('SELECT "stage", "removedAt" IS NOT NULL AS removed, "endedAt" IS NOT NULL AS ended FROM "graduate"')).toEqual(
      Array(2).fill({ stage: 'ENDED', removed: true, ended: true }),
    );
    expect(await fixture.ask(`SELECT "action", "actor" FROM "audit_event" WHERE "action" = 'GRADUATE_REMOVED'`)).toEqual(
      Array(2).fill({ action: 'GRADUATE_REMOVED', actor: fixture.importer }),
    );
    expect(await fixture.ask('SELECT "status" FROM "section_version"')).toEqual([{ status: 'LAPSED' }]);
    expect(await fixture.ask('SELECT "status" FROM "roster_import"')).toEqual([{ status: 'UNDONE' }]);
    expect(await fixture.count('outbox')).toBe(2);
    const again = await imported(graduateCells(1), graduateCells(2));
    expect(await fixture.ask('SELECT "importedRows" FROM "roster_import" WHERE "id" = $1', again)).toEqual([{ importedRows: 2 }]);
  });

  it('not once somebody has acted on anyone it brought', async () => {
    const importId = await imported(graduateCells(1), graduateCells(2));
    const [graduate] = await fixture.ask<{ id: string }>('SELECT "id" FROM "graduate" LIMIT 1');
    await fixture.ask(
      `INSERT INTO "command" ("id", "actorId", "actorRole", "type", "graduateId", "payload", "bodyDigest", "idempotencyKey", "receivedAt")
      VALUES ($1, $2, 'GRADUATE', 'CHECK_BASIC_INFORMATION', $3, '{}', '', 'k', app_now())`,
      fixture.newId(),
      fixture.newId(),
      graduate?.id,
    );
    expect(await undo(importId)).toBe('ACTED');
    expect(await previewUndo(fixture.pool, importId)).toEqual({ graduates: 2, acted: 1, updated: 0 });
    expect(await fixture.ask('SELECT "status" FROM "roster_import"')).toEqual([{ status: 'IMPORTED' }]);
  });

  it('goes on where a worker died; whoever acts meanwhile is left', async () => {
    const importId = await imported(graduateCells(1), graduateCells(2), graduateCells(3));
    await undo(importId);
    await expect(undoImport(fixture, importId, () => Promise.reject(new Error('the worker has died')))).rejects.toThrow(
      'the worker has died',
    );
    expect(await undoImport(fixture, importId, noProgress)).toEqual({ done: 2, left: 0 });
    expect(await fixture.ask(`SELECT count(*)::int AS count FROM "audit_event" WHERE "action" = 'GRADUATE_REMOVED'`)).toEqual([
      { count: 3 },
    ]);
  });
});
