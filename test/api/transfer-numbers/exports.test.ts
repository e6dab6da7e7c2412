import ExcelJS from 'exceljs';
import { writeExport } from '../../../activities/exports/write-export.ts';
import { issueTransferNumbers } from '../../../activities/transfer-numbers/issue-transfer-numbers.ts';
import { exportRetentionDays } from '../../../domain/exports/export.ts';
import { formatInstant } from '../../../domain/calendar/shanghai.ts';
import { forgetFiles } from '../../../infra/retention/forget-files.ts';
import { createGraduate } from '../../support/record/graduates.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../support/people.ts';
import { registered } from '../support/stages.ts';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const noProgress = () => undefined;
const body = { kind: 'DOSSIER', format: 'XLSX', cohort: 2027 };
const dependencies = () => ({ ...app.record, files: app.deps.files });

async function numberedSchool(): Promise<SchoolWithPeople> {
  const people = await schoolWithPeople(app);
  await registered(app, people);
  const {
    body: { id },
  } = await people.clients.schoolAdmin.post('/api/transfer-number-batches', { kind: 'DOSSIER', cohort: 2027 });
  await issueTransferNumbers(app.record, id, noProgress);
  await createGraduate(app.record.pool, app.record, people.school, { name: '=HYPERLINK("http://example.com")', className: '@班' });
  return people;
}

async function exported({ clients }: SchoolWithPeople, format: string) {
  const asked = await clients.schoolAdmin.post('/api/exports', { ...body, format });
  expect(asked).toMatchObject({ status: 201, body: { status: 'WAITING', rows: null } });
  await writeExport(dependencies(), asked.body.id, noProgress);
  const response = await fetch(new URL(`/api/exports/${asked.body.id}/file`, app.url), { headers: { cookie: clients.schoolAdmin.cookie } });
  return { id: asked.body.id as string, bytes: Buffer.from(await response.arrayBuffer()), response };
}
const actionsOf = async (id: string) =>
  (
    await app.record.pool.query<{ action: string }>('SELECT "action" FROM "audit_event" WHERE $1 = ANY ("fields") ORDER BY "seq"', [id])
  ).rows.map(({ action }) => action);

describe('exports of the transfer lists', () => {
  it('R40 are XLSX with text cells only, codes with names, frozen headings, widths that fit, and the instant', async () => {
    const people = await numberedSchool();
    const { id, bytes, response } = await exported(people, 'XLSX');
    expect([response.status, response.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="transfer-list.xlsx"']);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const [sheet] = workbook.worksheets;
    expect(sheet!.name).toBe('档案转递名单');
    expect(sheet!.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    const [headings, first, second] = [1, 2, 3].map((row) => (sheet!.getRow(row).values as unknown[]).slice(1));
    expect(headings).toEqual(expect.arrayContaining(['姓名', '毕业去向', '档案转递单位名称', '转递编号', '编号状态', '数据截至']));
    const cell = (row: unknown[], heading: string) => row[headings!.indexOf(heading)];
    expect(cell(first!, '毕业去向')).toMatch(/^801 .+/);
    expect(cell(first!, '转递编号')).toMatch(/^27\d{5}\w{11}$/);
    expect(cell(second!, '姓名')).toBe('=HYPERLINK("http://example.com")');
    const { snapshotAt } = (await people.clients.schoolAdmin.get(`/api/exports/${id}`)).body;
    expect(cell(second!, '数据截至')).toBe(formatInstant(Date.parse(snapshotAt)));
    sheet!.eachRow((row) =>
      row.eachCell((entry) => {
        expect([entry.type, entry.formula]).toEqual([ExcelJS.ValueType.String, undefined]);
      }),
    );
    const name = sheet!.getColumn(headings!.indexOf('姓名') + 1);
    expect([name.numFmt, name.width! > 30]).toEqual(['@', true]);
  });

  it('R40 are CSV in UTF-8 with BOM, formulas made harmless', async () => {
    const { bytes } = await exported(await numberedSchool(), 'CSV');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString();
    expect(text).toContain(`"'=HYPERLINK(""http://example.com"")"`);
    expect(text).toContain(`,"'@班",`);
    for (const line of text.slice(1).trimEnd().split('\r\n')) expect(line.split(',').some((value) => /^"?[=+@-]/.test(value))).toBe(false);
  });

  it('R36 R40 are encrypted at rest, audited, for their desk only, written once, and gone after their retention', async () => {
    const people = await numberedSchool();
    const { id } = await exported(people, 'CSV');
    const {
      rows: [stored],
    } = await app.record.pool.query(
      'SELECT "fileKey", "expiresAt" - app_now() > make_interval(days => $2) AS "kept" FROM "list_export" WHERE "id" = $1',
      [id, exportRetentionDays - 1],
    );
    expect(stored.kept).toBe(true);
    expect(await actionsOf(id)).toEqual(['LIST_EXPORT_REQUESTED', 'LIST_EXPORT_DOWNLOADED']);
    const other = await schoolWithPeople(app);
    expect((await other.clients.schoolAdmin.get(`/api/exports/${id}/file`)).status).toBe(404);
    expect((await people.clients.collegeAdmin.get(`/api/exports/${id}`)).status).toBe(404);
    expect(await writeExport(dependencies(), id, noProgress)).toBe(2);
    await forgetFiles({ pool: app.record.pool, files: app.deps.files }, noProgress);
    expect(await app.deps.files.get(stored.fileKey)).toBeDefined();
    await app.record.pool.query(`UPDATE "list_export" SET "expiresAt" = app_now() - interval '1 second' WHERE "id" = $1`, [id]);
    expect(await forgetFiles({ pool: app.record.pool, files: app.deps.files }, noProgress)).toBeGreaterThan(0);
    expect(await app.deps.files.get(stored.fileKey)).toBeUndefined();
    expect((await people.clients.schoolAdmin.get(`/api/exports/${id}`)).body.status).toBe('GONE');
    expect((await people.clients.schoolAdmin.get(`/api/exports/${id}/file`)).status).toBe(404);
  });

  it('R40 shows one instant, whatever is written meanwhile', async () => {
    const people = await numberedSchool();
    for (let index = 0; index < 3; index += 1) await createGraduate(app.record.pool, app.record, people.school);
    const {
      body: { id },
    } = await people.clients.schoolAdmin.post('/api/exports', { ...body, format: 'CSV' });
    const late: Promise<unknown>[] = [];
    const seals = {
      ...app.record.seals,
      open: (...args: Parameters<typeof app.record.seals.open>) => {
        late.push(app.record.pool.query(`UPDATE "graduate" SET "name" = '改过的名字' WHERE "schoolId" = $1`, [people.school.schoolId]));
        return app.record.seals.open(...args);
      },
    };
    await writeExport({ ...dependencies(), seals }, id, noProgress);
    await Promise.all(late);
    const { text } = await people.clients.schoolAdmin.get(`/api/exports/${id}/file`);
    expect([late.length, text.includes('改过的名字')]).toEqual([1, false]);
  });
});

describe('printed statements', () => {
  it('R40 are gone after their retention, and the row with them', async () => {
    const key = 'a'.repeat(64);
    await app.deps.files.put(key, Buffer.from('pdf'));
    await app.record.pool.query(
      `INSERT INTO "statement" ("contentKey", "graduateId", "sizeBytes", "createdAt") VALUES ($1, $2, 3, app_now() - interval '31 days')`,
      [key, app.record.newId()],
    );
    await forgetFiles({ pool: app.record.pool, files: app.deps.files }, noProgress);
    expect(await app.deps.files.get(key)).toBeUndefined();
    expect((await app.record.pool.query('SELECT FROM "statement" WHERE "contentKey" = $1', [key])).rowCount).toBe(0);
  });
});
