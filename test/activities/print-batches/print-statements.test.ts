import ExcelJS from 'exceljs';
import { bindBatch } from '../../../activities/print-batches/bind-batch.ts';
import { printPapers } from '../../../activities/print-batches/print-papers.ts';
import { errors } from '../../../domain/errors/error-code.ts';
import { findPrintBatch, storePrintBatch } from '../../../infra/print-batches/batch-store.ts';
import { forgetFiles } from '../../../infra/retention/forget-files.ts';
import { verifySignature } from '../../../infra/signing/verify-signature.ts';
import { createGraduate } from '../../support/record/graduates.ts';
import { actorsOf, fit, newScene, stages } from '../../support/record/stages.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';
import { brokenStructure } from '../../support/pdf/broken-structure.ts';
import { readObjects } from '../../support/pdf/read-objects.ts';
import { readPages } from '../../support/pdf/read-pages.ts';
import { readPdf } from '../../support/pdf/read-pdf.ts';
import { openZip } from '../../support/print-batches/open-zip.ts';
import { fileOf, openPressRoom, type PressRoom } from '../../support/print-batches/press-room.ts';
import { numberedGraduate, numberedSchool, requestPrint } from '../../support/print-batches/numbered-school.ts';
import { inClassOrder, itemsOf, studentOf } from '../../support/print-batches/printed-items.ts';

const noProgress = () => undefined;
let record: TestRecord;
let room: PressRoom;
beforeAll(async () => {
  record = await openTestRecord();
  room = await openPressRoom(record);
});
afterAll(async () => {
  await room?.close();
  await record?.close();
});

const sheetOf = async (bytes: Buffer): Promise<string[][]> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const rows: string[][] = [];
  workbook.worksheets[0]!.eachRow((row) => rows.push(Array.from((row.values as (string | undefined)[]).slice(1), (cell) => cell ?? '')));
  return rows;
};
describe('transfer statements of a query', () => {
  it('R25 R36 R45 come as a ZIP of signed PDFs, each with its own number, under names that say nothing, with an index', async () => {
    const { school, scenes } = await numberedSchool(record, 5);
    const files = await openZip(await fileOf(room, await requestPrint(record, school)));
    const [index, ...names] = [...files.keys()];
    expect(index).toBe('index.xlsx');
    const ordered = inClassOrder(scenes);
    expect(names).toEqual(ordered.map(({ graduate }, at) => `0000${at + 1}-statement-${graduate.graduateId.slice(-8)}.pdf`));
    const rows = await sheetOf(files.get(index!)!);
    expect(rows[0]).toEqual(['序号', '文件', '院系', '班级', '学号', '转档字', '说明']);
    for (const [at, scene] of ordered.entries()) {
      const { name, studentNo, number } = await studentOf(record, scene);
      const pdf = files.get(names[at]!)!;
      expect(verifySignature(pdf)).toMatchObject({ intact: true });
      const read = await readPdf(pdf);
      expect(read).toMatchObject({ pages: 1, tagged: true, outside: [] });
      expect(read.fontTypes).not.toContain('Type3');
      expect(read.text.replace(/\s/g, '')).toContain(`转递编号：${number}`);
      expect(read.text).toContain(name);
      expect(rows[at + 1]).toEqual([String(at + 1), names[at], '示例学院', at < 2 ? '一班' : '二班', studentNo, '', '信息表']);
      expect(JSON.stringify(rows)).not.toContain(name);
    }
  }, 60_000);

  it('R45 come as one print file in the order of classes, each page with its number, tagged and signed as a whole', async () => {
    const { school, scenes } = await numberedSchool(record, 4);
    const file = await fileOf(room, await requestPrint(record, school, { form: 'PRINT_FILE' }));
    expect(verifySignature(file)).toMatchObject({
      intact: true,
      signer: { fingerprint256: room.dependencies.printing.certificate.fingerprint256 },
    });
    const { pages, tagged, loose, annotations, bookmarks } = await readPages(file);
    expect([pages.length, annotations, loose]).toEqual([4, 1, '']);
    expect(bookmarks).toEqual([
      [
        '示例学院 一班',
        1,
        [
          ['1 / 4', 1],
          ['2 / 4', 2],
        ],
      ],
      [
        '示例学院 二班',
        3,
        [
          ['3 / 4', 3],
          ['4 / 4', 4],
        ],
      ],
    ]);
    expect(brokenStructure(readObjects(file))).toEqual([]);
    for (const [at, scene] of inClassOrder(scenes).entries()) {
      const { name, number } = await studentOf(record, scene);
      expect(pages[at]).toContain(number);
      expect(pages[at]).toContain(name);
      expect(tagged[at]).toContain(name);
      expect(pages[at]).toMatch(new RegExp(`${at + 1}/4$`));
    }
  }, 60_000);

  it.each([
    ['en', 'en', 'Transfer number: ', 'Registered Destination of a Graduate of a Regular Institution of Higher Education in China'],
    ['large', 'zh-CN', '转递编号：', '全国普通高等学校毕业生去向登记信息'],
  ] as const)(
    'R45 come in the rendering that was asked for, each its own file, as a ZIP and as one: %s',
    async (rendering, language, label, title) => {
      const { school, scenes } = await numberedSchool(record, 2);
      const chinese = await openZip(await fileOf(room, await requestPrint(record, school)));
      const zip = await openZip(await fileOf(room, await requestPrint(record, school, { rendering })));
      const before = room.prints;
      const file = await fileOf(room, await requestPrint(record, school, { rendering, form: 'PRINT_FILE' }));
      expect([zip.size, room.prints - before]).toEqual([3, 0]);
      const { pages } = await readPages(file);
      for (const [at, scene] of inClassOrder(scenes).entries()) {
        const name = [...zip.keys()][at + 1]!;
        const read = await readPdf(zip.get(name)!);
        expect(read).toMatchObject({ title, language, tagged: true });
        expect(read.text.replace(/\s/g, '')).toContain(`${label}${(await studentOf(record, scene)).number}`.replace(/\s/g, ''));
        expect(zip.get(name)!.equals(chinese.get(name)!)).toBe(false);
        expect(pages.some((page) => page.endsWith(`${at + 1}/2`))).toBe(true);
      }
      expect(await readPdf(file)).toMatchObject({ title, language, tagged: true });
      expect(brokenStructure(readObjects(file))).toEqual([]);
    },
    60_000,
  );

  it('R45 a batch that was stored before renderings could be asked for is Chinese', async () => {
    const { school } = await numberedSchool(record, 1);
    const batch = await requestPrint(record, school);
    await record.pool.query(`UPDATE "print_batch" SET "query" = "query" - 'rendering' WHERE "id" = $1`, [batch.id]);
    expect(await findPrintBatch(record.pool, batch.id)).toEqual(batch);
    const [, pdf] = [...(await openZip(await fileOf(room, batch))).values()];
    expect((await readPdf(pdf!)).language).toBe('zh-CN');
  }, 60_000);

  it('R46 X16 explain each skip: no live number, section missing then, a character that no font has', async () => {
    const { school } = await numberedSchool(record, 1);
    const bare = await createGraduate(record.pool, record, school, { className: '六班', studentNo: 'T1' });
    const early = await stages.registered(await newScene(record, school, { className: '六班', studentNo: 'T2' }));
    await fit(early, actorsOf(early).admin, 'ISSUE_TRANSFER_NUMBER', 'DOSSIER');
    const rare = await numberedGraduate(record, school, { className: '六班', studentNo: 'T3', name: '样例\u{20BB7}' });
    const removed = await numberedGraduate(record, school, { className: '六班', studentNo: 'T4' });
    await record.pool.query('UPDATE "graduate" SET "removedAt" = app_now() WHERE "id" = $1', [removed.graduate.graduateId]);
    const batch = await requestPrint(record, school);
    const files = await openZip(await fileOf(room, batch));
    expect(
      (await itemsOf(record, batch)).map(({ graduateId, status, code, characters }) => [graduateId, status, code, characters]).slice(1),
    ).toEqual([
      [bare.graduateId, 'SKIPPED', 'TRANSFER_NUMBER_MISSING', null],
      [early.graduate.graduateId, 'SKIPPED', 'TRANSFER_SECTION_MISSING', null],
      [rare.graduate.graduateId, 'SKIPPED', 'GLYPH_MISSING', '\u{20BB7}'],
    ]);
    expect(files.size).toBe(2);
    const remarks = (await sheetOf(files.get('index.xlsx')!)).map((row) => row.at(-1));
    expect(remarks.slice(2)).toEqual(
      [errors.TRANSFER_NUMBER_MISSING, errors.TRANSFER_SECTION_MISSING, errors.GLYPH_MISSING].map(({ zh }) => `信息表未打印：${zh}`),
    );
  }, 60_000);

  it('R41 keep to their query, and a print file of nothing is no file', async () => {
    const { school } = await numberedSchool(record, 2);
    const files = await openZip(await fileOf(room, await requestPrint(record, school, { className: '一班' })));
    expect(files.size).toBe(2);
    const nothing = await requestPrint(record, school, { form: 'PRINT_FILE', cohort: 2026 });
    expect(await printPapers(room.dependencies, nothing.id, noProgress)).toMatchObject({ papers: 0 });
    expect(await bindBatch(room.dependencies, nothing.id, noProgress)).toMatchObject({ status: 'READY', printed: 0 });
    expect(await findPrintBatch(record.pool, nothing.id)).toMatchObject({ fileKey: null, sizeBytes: 0 });
  }, 60_000);

  it('R45 follow the classes as people count them, then the student numbers, across colleges', async () => {
    const { school } = await numberedSchool(record, 0);
    const collegeId = record.newId();
    await record.pool.query(`INSERT INTO "college" ("id", "schoolId", "name") VALUES ($1, $2, '另一学院')`, [collegeId, school.schoolId]);
    const places = [
      ['10班', 'A2'],
      ['10班', 'A1'],
      ['2班', 'A3'],
      ['三班', 'A4'],
      ['二班', 'A5'],
      ['计算机2301班', 'A6'],
    ] as const;
    for (const [className, studentNo] of places) await createGraduate(record.pool, record, school, { className, studentNo });
    await createGraduate(record.pool, record, school, { className: '1班', studentNo: 'A9', collegeId });
    await createGraduate(record.pool, record, school, { className: null, studentNo: 'A8' });
    const batch = await requestPrint(record, school);
    await printPapers(room.dependencies, batch.id, noProgress);
    const { rows } = await record.pool.query<{ studentNo: string }>(
      'SELECT g."studentNo" FROM "print_batch_item" i JOIN "graduate" g ON g."id" = i."graduateId" WHERE i."batchId" = $1 ORDER BY i."position"',
      [batch.id],
    );
    const order = rows.map(({ studentNo }) => studentNo).filter((studentNo) => studentNo !== 'A9');
    expect(order).toEqual(['A3', 'A5', 'A4', 'A1', 'A2', 'A6', 'A8']);
    expect([0, rows.length - 1]).toContain(rows.findIndex(({ studentNo }) => studentNo === 'A9'));
  });

  it('the same key of the same person is the same batch', async () => {
    const { school } = await numberedSchool(record, 0);
    const first = await requestPrint(record, school);
    expect(await storePrintBatch(record.pool, { ...first, id: record.newId(), idempotencyKey: first.id })).toEqual(first);
  });
});

describe('the file of a batch', () => {
  it('R36 is encrypted at rest and gone after its retention, like an export', async () => {
    const { school } = await numberedSchool(record, 1);
    const batch = await requestPrint(record, school);
    await fileOf(room, batch);
    const { fileKey } = (await findPrintBatch(record.pool, batch.id))!;
    await expect(room.dependencies.files.get(fileKey!)).rejects.toThrow();
    await record.pool.query(`UPDATE "print_batch" SET "expiresAt" = app_now() - interval '1 second' WHERE "id" = $1`, [batch.id]);
    expect(await forgetFiles(room.dependencies, noProgress)).toBeGreaterThan(0);
    expect(await room.dependencies.files.getStream(fileKey!)).toBeUndefined();
    expect(await findPrintBatch(record.pool, batch.id)).toMatchObject({ status: 'GONE', fileKey: null });
  }, 60_000);
});
