import { noProgress } from '../../../activities/roster/dependencies.ts';
import { processRoster } from '../../../activities/roster/process-roster.ts';
import { openBytes } from '../../../infra/crypto/aes-gcm.ts';
import { identityIndex, identityNumberContext } from '../../../infra/identity/identity-index.ts';
import { openAuditKey } from '../../../infra/record/audit-rows.ts';
import { findGraduate } from '../../../infra/record/load-graduate.ts';
import { closeRecord, graduateCells, idNumberOf, openRosterFixture, type RosterFixture } from './roster-fixture.ts';

let fixture: RosterFixture;
beforeEach(async () => {
  fixture = await openRosterFixture();
});
afterEach(async () => {
  await closeRecord(fixture.record);
});

const trial = (importId: string) => processRoster(fixture, importId, 'TRIAL', noProgress);
const commit = (importId: string) => processRoster(fixture, importId, 'COMMIT', noProgress);

interface AuditRow {
  action: string;
  actor: string;
  actorRole: string;
  fields: string[];
  graduateId: string;
  schoolId: string;
  rulePack: string;
  payloadSealed: string;
}

const auditOf = (graduateId: string) =>
  fixture.ask<AuditRow>('SELECT * FROM "audit_event" WHERE "graduateId" = $1 ORDER BY "seq"', graduateId);

async function importRows(...rows: Parameters<RosterFixture['upload']>[0]): Promise<{ importId: string; graduateIds: string[] }> {
  const importId = await fixture.upload(rows);
  await trial(importId);
  await commit(importId);
  const imported = await fixture.ask<{ graduateId: string }>(
    `SELECT "graduateId" FROM "roster_import_row" WHERE "importId" = $1 AND "status" = 'IMPORTED' ORDER BY "rowNumber"`,
    importId,
  );
  return { importId, graduateIds: imported.map(({ graduateId }) => graduateId) };
}

describe('a trial run', () => {
  it('R4 reports row by row and puts nobody on the roster', async () => {
    const importId = await fixture.upload([
      graduateCells(1),
      graduateCells(2, { gender: '男', phone: '没有' }),
      graduateCells(1, { idNumber: idNumberOf(3) }),
    ]);
    expect(await trial(importId)).toEqual({
      status: 'VALIDATED',
      refusal: null,
      rows: 3,
      valid: 1,
      invalid: 2,
      existing: 0,
      imported: 0,
      changed: 0,
      warnings: 1,
    });
    expect(
      await fixture.ask(
        'SELECT "rowNumber", "status", "graduateId", "problems" FROM "roster_import_row" WHERE "importId" = $1 ORDER BY "rowNumber"',
        importId,
      ),
    ).toEqual([
      { rowNumber: 2, status: 'VALID', graduateId: null, problems: [] },
      {
        rowNumber: 3,
        status: 'INVALID',
        graduateId: null,
        problems: [
          { column: '性别', field: 'gender', value: '男', expected: '女性', code: 'GENDER_MISMATCH', severity: 'ERROR' },
          { column: '手机号码', field: 'phone', value: '没有', code: 'PHONE_INVALID', severity: 'WARNING' },
        ],
      },
      {
        rowNumber: 4,
        status: 'INVALID',
        graduateId: null,
        problems: [
          { column: '学号', field: 'studentNo', value: '#2', code: 'STUDENT_NO_REPEATED', severity: 'ERROR' },
          { column: '考生号', field: 'candidateNo', value: '#2', code: 'CANDIDATE_NO_REPEATED', severity: 'ERROR' },
        ],
      },
    ]);
    expect([await fixture.count('graduate'), await fixture.count('audit_event')]).toEqual([0, 0]);
  });

  it.each([
    ['is no spreadsheet', async () => new Uint8Array(Buffer.from('PK')), { code: 'NOT_A_SPREADSHEET' }],
    [
      'lacks columns',
      async () => {
        const { default: ExcelJS } = await import('exceljs');
        const workbook = new ExcelJS.Workbook();
        workbook
          .addWorksheet('名单')
          .addRow([
            '姓名',
            '性别',
            '民族',
            '政治面貌',
            '院系',
            '专业',
            '学历',
            '学制',
            '学号',
            '培养方式',
            '院校代码',
            '毕业院校',
            '身份证号',
            '考生号',
            '生源地',
            '入学时间',
            '毕业时间',
            '户口是否转入学校',
          ]);
        return new Uint8Array(await workbook.xlsx.writeBuffer());
      },
      { code: 'COLUMN_MISSING', columns: ['档案是否转入学校'] },
    ],
  ])('R4 refuses a file as a whole that %s', async (_name, file, refusal) => {
    const importId = await fixture.uploadFile(await file());
    expect(await trial(importId)).toMatchObject({ status: 'REFUSED', refusal: refusal.code, rows: 0 });
    expect(await fixture.ask('SELECT "refusal" FROM "roster_import" WHERE "id" = $1', importId)).toEqual([{ refusal }]);
    expect(await commit(importId)).toMatchObject({ status: 'REFUSED' });
    expect(await fixture.count('roster_import_row')).toBe(0);
  });

  it('refuses a file that the store no longer has', async () => {
    const importId = await fixture.upload([graduateCells(1)]);
    await fixture.ask('UPDATE "roster_import" SET "fileKey" = $2 WHERE "id" = $1', importId, '0'.repeat(64));
    expect(await trial(importId)).toMatchObject({ status: 'REFUSED', refusal: 'FILE_MISSING' });
  });
});

describe('a commit', () => {
  it('R8 R14 puts a graduate on the roster with nothing checked and nothing registered', async () => {
    const {
      graduateIds: [graduateId = ''],
    } = await importRows(graduateCells(1, { phone: '19900000001', cohort: 2027 }));
    const loaded = await findGraduate(fixture.pool, graduateId);
    expect(loaded?.state).toMatchObject({
      cohort: 2027,
      schoolCode: '10001',
      collegeId: fixture.school.collegeIds.get('信息工程学院'),
      version: 0,
      basicCheck: 'PENDING',
      stage: 'CHECKING',
      overdue: false,
      basic: {
        name: '赵磊',
        studentNo: 'S00001',
        ethnicity: '01',
        graduatedAt: '202706',
        dossierInSchool: true,
        phone: '19900000001',
        className: '软件2301',
        academicStatus: 'GRADUATED',
      },
      confirmation: { status: 'NOT_REPORTED', changedAt: null },
      grants: [],
      transferNumbers: [],
      openTickets: [],
      sections: {
        DESTINATION: { current: null, latest: null },
        DOSSIER: { current: null, latest: null },
        HUKOU: { current: null, latest: null },
      },
    });
    const [row] = await fixture.ask<{ nextDeadline: number; createdAt: number; workflowStartedAt: number | null; counsellor: string }>(
      'SELECT g."nextDeadline", g."createdAt", g."workflowStartedAt", a."signInName" AS "counsellor" FROM "graduate" g JOIN "account" a ON a."id" = g."counsellorId"',
    );
    // R54: the first thing the clock does is to remind who has not checked, after three days at nine.
    expect(row).toMatchObject({ workflowStartedAt: null, counsellor: 'counsellor.info' });
    expect(row?.nextDeadline).toBeGreaterThan((row?.createdAt ?? 0) + 3 * 86_400_000);
    expect(row?.nextDeadline).toBeLessThanOrEqual((row?.createdAt ?? 0) + 4 * 86_400_000);
  });

  it('X22 keeps the document number sealed to its row, and under an index by type and number', async () => {
    await importRows(graduateCells(1), graduateCells(2, { idType: '护照', idNumber: 'ex8800020' }));
    const rows = await fixture.ask<{ id: string; idType: string; idNumberSealed: string; idNumberIndex: string }>(
      'SELECT * FROM "graduate" ORDER BY "studentNo"',
    );
    expect(rows.map(({ id, idType, idNumberSealed }) => [idType, fixture.cipher.open(idNumberSealed, identityNumberContext(id))])).toEqual([
      ['RESIDENT_ID', idNumberOf(1)],
      ['PASSPORT', 'EX8800020'],
    ]);
    expect(rows.map(({ idNumberIndex }) => idNumberIndex)).toEqual([
      fixture.index.blindIndex(`RESIDENT_ID:${idNumberOf(1)}`, 'identity'),
      identityIndex(fixture.index, 'PASSPORT', 'EX8800020'),
    ]);
  });

  it("writes who imported whom into the audit log, with the values under the graduate's own key", async () => {
    const {
      importId,
      graduateIds: [graduateId = ''],
    } = await importRows(graduateCells(1));
    const [event, ...others] = await auditOf(graduateId);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      action: 'GRADUATE_IMPORTED',
      actor: fixture.importer,
      actorRole: 'SCHOOL_ADMIN',
      schoolId: fixture.school.schoolId,
      rulePack: 'national-1',
    });
    expect(event?.fields).toEqual(expect.arrayContaining(['name', 'studentNo', 'graduatedAt']));
    expect(event?.fields).not.toContain('phone');
    const loaded = await findGraduate(fixture.pool, graduateId);
    const key = openAuditKey(fixture.cipher, graduateId, loaded?.auditKeySealed ?? null);
    const payload = openBytes(key!, Buffer.from(event?.payloadSealed ?? '', 'base64url'), Buffer.from(`audit:${graduateId}`)).toString();
    expect(JSON.parse(payload)).toMatchObject({ importId, rowNumber: 2, cohort: 2027, basic: { name: '赵磊', studentNo: 'S00001' } });
    expect(payload).not.toContain(idNumberOf(1));
  });

  it('lets bad rows stop nobody, and shows no number of an identity document anywhere', async () => {
    const wrong = `${idNumberOf(2).slice(0, 17)}${idNumberOf(2).endsWith('1') ? '2' : '1'}`;
    const importId = await fixture.upload([
      graduateCells(1),
      graduateCells(2, { idNumber: wrong, name: wrong }),
      graduateCells(3, { college: '玄学院' }),
      graduateCells(4),
    ]);
    expect(await trial(importId)).toMatchObject({ valid: 2, invalid: 2 });
    expect(await commit(importId)).toEqual({
      status: 'IMPORTED',
      refusal: null,
      rows: 4,
      valid: 0,
      invalid: 2,
      existing: 0,
      imported: 2,
      changed: 0,
      warnings: 0,
    });
    expect(await fixture.ask('SELECT "studentNo" FROM "graduate" ORDER BY "studentNo"')).toEqual([
      { studentNo: 'S00001' },
      { studentNo: 'S00004' },
    ]);
    for (const table of ['graduate', 'audit_event', 'roster_import', 'roster_import_row']) {
      const [{ text = '' } = {}] = await fixture.ask<{ text: string }>(
        `SELECT string_agg(to_jsonb(t)::text, '') AS text FROM "${table}" t`,
      );
      for (const number of [idNumberOf(1), idNumberOf(4), wrong]) expect(text).not.toContain(number);
    }
  });

  it('X21 takes winter graduates of the 届 that the column says', async () => {
    const {
      graduateIds: [graduateId = ''],
    } = await importRows(graduateCells(1, { cohort: 2027, graduatedAt: '202612' }));
    expect((await findGraduate(fixture.pool, graduateId))?.state).toMatchObject({ cohort: 2027, basic: { graduatedAt: '202612' } });
  });
});

describe('who is on the roster already', () => {
  it('is reported and stays as they are where the sheet says the same', async () => {
    const first = await importRows(graduateCells(1), graduateCells(2));
    const before = await fixture.ask('SELECT * FROM "graduate" ORDER BY "id"');
    const importId = await fixture.upload([graduateCells(1), graduateCells(2, { phone: '19900000009' }), graduateCells(3)]);
    await trial(importId);
    expect(await commit(importId)).toMatchObject({ existing: 2, imported: 1, invalid: 0, changed: 0 });
    expect(
      await fixture.ask(
        'SELECT "status", "graduateId", "problems" FROM "roster_import_row" WHERE "importId" = $1 AND "rowNumber" < 4 ORDER BY "rowNumber"',
        importId,
      ),
    ).toEqual([
      { status: 'EXISTING', graduateId: first.graduateIds[0], problems: [] },
      { status: 'EXISTING', graduateId: first.graduateIds[1], problems: [] },
    ]);
    expect(await fixture.ask('SELECT * FROM "graduate" WHERE "studentNo" <> $1 ORDER BY "id"', 'S00003')).toEqual(before);
  });

  it('X22 is the same person even under other numbers', async () => {
    await importRows(graduateCells(1));
    const importId = await fixture.upload([graduateCells(7, { idNumber: idNumberOf(1) })]);
    expect(await trial(importId)).toMatchObject({ invalid: 1, valid: 0 });
    expect(await fixture.ask('SELECT "problems" FROM "roster_import_row" WHERE "importId" = $1', importId)).toEqual([
      { problems: [{ column: '身份证号', field: 'idNumber', code: 'PERSON_ON_ROSTER', severity: 'ERROR' }] },
    ]);
  });

  it('X22 is someone else in another cohort: one person may own several graduate-years', async () => {
    await importRows(graduateCells(1));
    const importId = await fixture.upload([graduateCells(1, { cohort: 2028, graduatedAt: '202806' })], 2028);
    await trial(importId);
    expect(await commit(importId)).toMatchObject({ imported: 1, existing: 0 });
  });
});
