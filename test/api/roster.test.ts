import { noProgress } from '../../activities/roster/dependencies.ts';
import { decideSections } from '../../activities/roster/decide-sections.ts';
import { processRoster } from '../../activities/roster/process-roster.ts';
import { undoImport } from '../../activities/roster/undo-import.ts';
import type { RosterStep } from '../../domain/roster/messages.ts';
import { seedSchool } from '../../prisma/seed/seed-school.ts';
import ExcelJS from 'exceljs';
import { rosterColumns } from '../../domain/roster/columns.ts';
import { graduateCells, idNumberOf, sheetOf } from '../activities/roster/roster-fixture.ts';
import { destinationCells } from '../unit/roster/roster-cells.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import type { Client } from './support/client.ts';
import { staffClient } from './support/people.ts';

/** The steps run at once, through the activities of every worker. */
let app: TestApplication;
let admin: Client;
let reviewer: Client;
let stranger: Client;

beforeAll(async () => {
  app = await openApplication({
    replace: (record, { files }) => {
      const dependencies = { ...record, files };
      const steps: Record<RosterStep, (id: string) => Promise<unknown>> = {
        VALIDATE: (id) => processRoster(dependencies, id, 'TRIAL', noProgress),
        COMMIT: (id) => processRoster(dependencies, id, 'COMMIT', noProgress),
        DECIDE_SECTIONS: (id) => decideSections(dependencies, id, noProgress),
        UNDO: (id) => undoImport(dependencies, id, noProgress),
      };
      return {
        startRosterImport: async (id, trialOnly) => {
          await steps.VALIDATE(id);
          if (!trialOnly) await steps.COMMIT(id);
        },
        startRosterStep: async (id, step) => {
          await steps[step](id);
        },
      };
    },
  });
  const { schoolId } = await seedSchool(app.record.pool, app.record.newId);
  const {
    rows: [other],
  } = await app.record.pool.query<{ id: string }>(
    `INSERT INTO "school" ("id", "code", "name", "provinceCode", "officeEmail") VALUES ($1, '10002', '另一所大学', '110000', 'x@example.com') RETURNING "id"`,
    [app.record.newId()],
  );
  admin = await staffClient(app, app.record.newId(), { role: 'SCHOOL_ADMIN', schoolId });
  reviewer = await staffClient(app, app.record.newId(), { role: 'SCHOOL_REVIEWER', schoolId });
  stranger = await staffClient(app, app.record.newId(), { role: 'SCHOOL_ADMIN', schoolId: other?.id ?? '' });
});
afterAll(() => app.close());

const wrong = `${idNumberOf(2).slice(0, 17)}${idNumberOf(2).endsWith('1') ? '2' : '1'}`;

describe('the desk of an import', () => {
  it('R4 X19 trial run, report, mending, commit, the second person, and no undo after that', async () => {
    const sheet = await sheetOf([
      graduateCells(1, destinationCells),
      graduateCells(2, { idNumber: wrong, phone: '没有', counsellor: null }),
    ]);
    const uploaded = await admin.upload('/api/rosters?cohort=2027&commit=LATER', sheet, 'application/octet-stream');
    expect(uploaded).toMatchObject({ status: 201, body: { status: 'VALIDATED', dialect: 'NATIONAL', valid: 1, invalid: 1, imported: 0 } });
    const at = `/api/rosters/${uploaded.body.id}`;

    const report = await reviewer.get(`${at}/rows?status=INVALID`);
    expect(report.body.items).toMatchObject([
      {
        rowNumber: 3,
        status: 'INVALID',
        problems: [
          {
            column: '身份证号',
            field: 'idNumber',
            value: null,
            code: 'ID_CHECK_DIGIT',
            severity: 'ERROR',
            words: { en: expect.stringContaining('digit') },
          },
          { column: '手机号码', field: 'phone', value: '没有', code: 'PHONE_INVALID', severity: 'WARNING' },
        ],
      },
    ]);
    expect(report.text).not.toContain(wrong);
    expect((await admin.get(`${at}/rows?limit=1`)).body).toMatchObject({ items: [{ rowNumber: 2 }], nextCursor: expect.any(String) });

    const workbook = new ExcelJS.Workbook();
    const download = await fetch(new URL(`${at}/report`, app.url), { headers: { cookie: admin.cookie } });
    await workbook.xlsx.load(await download.arrayBuffer());
    const bad = workbook.worksheets[0]?.getRow(3).getCell(rosterColumns.findIndex(({ field }) => field === 'phone') + 2);
    expect([bad?.text, JSON.stringify(bad?.note)]).toEqual(['没有', expect.stringContaining('手机号码')]);
    expect(workbook.worksheets[0]?.getRow(2).getCell(2).text).toBe(graduateCells(1).candidateNo);
    const {
      rows: [audit],
    } = await app.record.pool.query(
      `SELECT "actorRole", "schoolId" IS NOT NULL AS "placed" FROM "audit_event" WHERE "action" = 'ROSTER_REPORT_DOWNLOADED' AND "fields" = ARRAY[$1]`,
      [uploaded.body.id],
    );
    expect(audit).toEqual({ actorRole: 'SCHOOL_ADMIN', placed: true });

    expect(await reviewer.post(`${at}/mends`, { rows: [{ rowNumber: 3, cells: { idNumber: idNumberOf(2) } }] })).toMatchObject({
      status: 403,
    });
    expect(await admin.post(`${at}/mends`, { rows: [{ rowNumber: 9, cells: { name: '张三' } }] })).toMatchObject({ status: 400 });
    expect(await admin.post(`${at}/mends`, { rows: [{ rowNumber: 3, cells: { idNumber: idNumberOf(2) } }] })).toMatchObject({
      status: 200,
      body: { status: 'VALIDATED', valid: 2, invalid: 0 },
    });
    expect(await admin.post(`${at}/commit`, {})).toMatchObject({
      status: 200,
      body: { status: 'IMPORTED', imported: 2, sections: { waiting: 1, graduates: 1, decision: null } },
    });
    expect(await admin.post(`${at}/commit`, {})).toMatchObject({ status: 409, body: { code: 'IMPORT_BUSY' } });

    expect(await admin.post(`${at}/sections/decision`, { decision: 'APPROVE' })).toMatchObject({
      status: 403,
      body: { code: 'SELF_REVIEW' },
    });
    expect(await reviewer.post(`${at}/sections/decision`, { decision: 'APPROVE' })).toMatchObject({
      status: 200,
      body: { sections: { waiting: 0, decision: 'APPROVE', carriedOutAt: expect.any(String) } },
    });
    expect((await admin.get(`${at}/undo`)).body).toEqual({ graduates: 2, acted: 1, updated: 0 });
    expect(await admin.post(`${at}/undo`, { reason: '有误' })).toMatchObject({ status: 409, body: { code: 'IMPORT_ACTED_ON' } });
  });

  it('an import is undone while nobody has acted, and its graduates are in no list', async () => {
    const uploaded = await admin.upload(
      '/api/rosters?cohort=2028',
      await sheetOf([graduateCells(1, { graduatedAt: '202806' })]),
      'application/octet-stream',
    );
    expect(uploaded.body).toMatchObject({ status: 'IMPORTED', imported: 1 });
    expect((await admin.get('/api/graduates?cohort=2028')).body.items).toHaveLength(1);
    expect(await admin.post(`/api/rosters/${uploaded.body.id}/undo`, { reason: '上传有误' })).toMatchObject({
      status: 200,
      body: { status: 'UNDONE' },
    });
    expect((await admin.get('/api/graduates?cohort=2028')).body.items).toEqual([]);
  });

  it('who has acted is taken off one by one, after a preview of what that ends', async () => {
    const [graduate] = (await admin.get('/api/graduates?cohort=2027')).body.items as { id: string }[];
    const preview = await admin.get(`/api/graduates/${graduate?.id}/removal`);
    expect(preview).toMatchObject({ status: 200, body: { grants: 0, transferNumbers: 0, submissions: 0, allowed: true } });
    expect(await admin.post(`/api/graduates/${graduate?.id}/removal`, { reason: '不是本校学生', version: 99 })).toMatchObject({
      status: 409,
      body: { code: 'RECORD_CHANGED' },
    });
    expect(
      await admin.post(`/api/graduates/${graduate?.id}/removal`, { reason: '不是本校学生', version: preview.body.version }),
    ).toMatchObject({ status: 200 });
    expect((await admin.get('/api/graduates?cohort=2027')).body.items).toHaveLength(1);
  });

  it('a number of somebody else is refused cleanly', async () => {
    await admin.upload(
      '/api/rosters?cohort=2029',
      await sheetOf([graduateCells(1, { graduatedAt: '202906' }), graduateCells(2, { graduatedAt: '202906' })]),
      'application/octet-stream',
    );
    const { items } = (await admin.get('/api/graduates?cohort=2029')).body as { items: { id: string; studentNo: string }[] };
    const first = items.find(({ studentNo }) => studentNo === 'S00001');
    const correct = (changes: object) =>
      admin.post(`/api/graduates/${first?.id}/basic-information/correction`, { changes, reason: '更正' });
    expect(await correct({ studentNo: 'S00002' })).toMatchObject({ status: 409, body: { code: 'NUMBER_TAKEN' } });
    expect(await correct({ studentNo: 'S00003' })).toMatchObject({ status: 200 });
  });

  it('words that nobody knows are proposed, confirmed by a person and remembered for the school', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('名单');
    const own: Record<string, string> = { candidateNo: '高考考生号', idNumber: '证', studentNo: '学号（必填）', name: '学生姓名字' };
    const cells = graduateCells(1, { graduatedAt: '203006' });
    const used = rosterColumns.filter(({ field }) => field in cells);
    sheet.addRow(used.map(({ field, zh }) => own[field] ?? zh));
    sheet.addRow(used.map(({ field }) => (cells as Record<string, string>)[field]));
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const uploaded = await admin.upload('/api/rosters?cohort=2030', bytes, 'application/octet-stream');
    expect(uploaded.body).toMatchObject({ status: 'REFUSED', refusal: { code: expect.stringMatching(/COLUMN_MISSING|NO_HEADING_ROW/) } });
    const proposed = (await admin.get(`/api/rosters/${uploaded.body.id}/headings`)).body.headings as {
      heading: string;
      field: string | null;
      because: string;
    }[];
    expect(proposed.filter(({ because }) => because !== 'CERTAIN')).toEqual(
      [
        { heading: '高考考生号', field: 'candidateNo', because: 'WORDS' },
        { heading: '学生姓名字', field: 'name', because: 'WORDS' },
        { heading: '证', field: 'idNumber', because: 'VALUES' },
      ].toSorted(
        (a, b) => proposed.findIndex(({ heading }) => heading === a.heading) - proposed.findIndex(({ heading }) => heading === b.heading),
      ),
    );
    const headings = proposed.map(({ heading, field }) => ({ heading, field }));
    expect(await admin.post(`/api/rosters/${uploaded.body.id}/headings`, { headings })).toMatchObject({
      status: 200,
      body: { status: 'VALIDATED', valid: 1 },
    });
    expect((await admin.upload('/api/rosters?cohort=2030', bytes, 'application/octet-stream')).body).toMatchObject({
      status: 'IMPORTED',
      imported: 1,
    });
  });

  it("is its own school's alone", async () => {
    const { items } = (await admin.get('/api/rosters')).body as { items: { id: string }[] };
    expect(items.length).toBeGreaterThan(0);
    expect((await stranger.get('/api/rosters')).body.items).toEqual([]);
    for (const path of ['', '/rows', '/undo', '/report'])
      expect(await stranger.get(`/api/rosters/${items[0]?.id}${path}`)).toMatchObject({ status: 404 });
    for (const [path, body] of [
      ['commit', {}],
      ['cancellation', {}],
      ['undo', { reason: '有误' }],
      ['sections/decision', { decision: 'APPROVE' }],
    ] as const) {
      expect(await stranger.post(`/api/rosters/${items[0]?.id}/${path}`, body)).toMatchObject({ status: 404 });
    }
  });
});
