import ExcelJS from 'exceljs';
import { defaultLimits, type SpreadsheetLimits } from '../../../infra/spreadsheet/limits.ts';
import { openSheet, type SheetRow } from '../../../infra/spreadsheet/open-sheet.ts';
import { archiveOf, sheetData, workbookParts } from './archives.ts';

const isHeadingRow = (texts: readonly string[]): boolean => texts.includes('姓名');

async function read(bytes: Buffer, limits: Partial<SpreadsheetLimits> = {}) {
  const { rows, ...sheet } = await openSheet(bytes, { isHeadingRow, limits: { ...defaultLimits, ...limits } });
  const all: SheetRow[] = [];
  for await (const row of rows) all.push(row);
  return { ...sheet, rows: all };
}

async function written(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The code with which a file is refused. */
const refusal = (bytes: Buffer, limits: Partial<SpreadsheetLimits> = {}): Promise<string> =>
  read(bytes, limits).then(
    () => 'ACCEPTED',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );

describe('a sheet', () => {
  it('is the first visible one with headings; titles, hidden sheets and empty rows are passed over', async () => {
    const bytes = await written((workbook) => {
      workbook.addWorksheet('代码', { state: 'hidden' }).addRows([['姓名'], ['隐藏']]);
      workbook.addWorksheet('深藏', { state: 'veryHidden' }).addRows([['姓名'], ['深藏']]);
      workbook.addWorksheet('说明').addRow(['填写说明']);
      const sheet = workbook.addWorksheet('名单');
      sheet.addRows([
        ['2027届毕业生生源信息表'],
        [],
        ['姓名', '', '学 号\n(必填)'],
        ['赵磊', '无标题', 1],
        ['', ' ', '　'],
        ['王㛃', null, 2],
        ['', ''],
        [],
      ]);
      sheet.mergeCells(1, 1, 1, 3);
    });
    expect(await read(bytes)).toEqual({
      name: '名单',
      headingRowNumber: 3,
      headings: ['姓名', '学 号 (必填)'],
      rows: [
        { rowNumber: 4, cells: { 姓名: '赵磊', '学 号 (必填)': 1 } },
        { rowNumber: 6, cells: { 姓名: '王㛃', '学 号 (必填)': 2 } },
      ],
    });
  });

  it('shows what people see in a cell', async () => {
    const date = new Date(Date.UTC(2027, 5, 30));
    const bytes = await written((workbook) => {
      const sheet = workbook.addWorksheet('名单');
      sheet.addRow(['姓名', '值']);
      const values: ExcelJS.CellValue[] = [
        '张𬭎',
        110105194912310020,
        true,
        date,
        { formula: '1+1', result: 2 },
        { formula: '1-1', result: 0 },
        { formula: 'A1', result: '文字' },
        { formula: '1/0', result: { error: '#DIV/0!' } },
        { richText: [{ text: '买买提' }, { font: { bold: true }, text: '·艾力' }] },
        { text: 'g@example.com', hyperlink: 'mailto:g@example.com' },
        { error: '#N/A' },
        '换_x000D_行',
      ];
      values.forEach((value, index) => sheet.addRow([String(index), value]));
      sheet.getCell('B5').numFmt = 'yyyy-mm-dd';
    });
    const { rows } = await read(bytes);
    expect(rows.map(({ cells }) => cells['值'])).toEqual([
      '张𬭎',
      110105194912310020,
      'TRUE',
      date,
      2,
      0,
      '文字',
      '#DIV/0!',
      '买买提·艾力',
      'g@example.com',
      '#N/A',
      '换行',
    ]);
  });

  it('shows the value of merged cells in each of their rows, and does not move it sideways', async () => {
    const bytes = await written((workbook) => {
      const sheet = workbook.addWorksheet('名单');
      sheet.addRows([
        ['学生', '学生', '所属'],
        ['姓名', '学号', null],
        ['甲', 1, '信息学院'],
        ['乙', 2],
        ['丙', 3],
        ['丁', null, '法学院'],
      ]);
      sheet.mergeCells('A1:B1');
      sheet.mergeCells('C1:C2');
      sheet.mergeCells('C3:C5');
      sheet.mergeCells('A6:B6');
    });
    const { headings, rows } = await read(bytes);
    expect(headings).toEqual(['姓名', '学号', '所属']);
    expect(rows.map(({ cells }) => [cells['姓名'], cells['学号'], cells['所属']])).toEqual([
      ['甲', 1, '信息学院'],
      ['乙', 2, '信息学院'],
      ['丙', 3, '信息学院'],
      ['丁', null, '法学院'],
    ]);
  });

  it('is found by the relations between the parts, whatever they are called and wherever they stand', async () => {
    const bytes = archiveOf(
      workbookParts(
        sheetData(
          [
            ['姓名', '班级'],
            ['甲', '一班'],
            ['乙', ''],
          ],
          '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
        ),
      ),
    );
    expect(await read(bytes)).toMatchObject({
      name: '名单',
      rows: [{ cells: { 姓名: '甲', 班级: '一班' } }, { cells: { 姓名: '乙', 班级: '一班' } }],
    });
  });
});

describe('a file is refused', () => {
  const sheet = sheetData([['姓名'], ['甲']]);

  it.each([
    ['that is no text either', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'NOT_A_SPREADSHEET'],
    ['that is a text without headings', Buffer.from('甲,1\n乙,2'), 'NO_HEADING_ROW'],
    ['that is empty', Buffer.alloc(0), 'NOT_A_SPREADSHEET'],
    ['that is another archive', archiveOf([{ name: 'readme.txt', content: '姓名' }]), 'NOT_A_SPREADSHEET'],
    ['that is cut off', archiveOf(workbookParts(sheet)).subarray(0, 400), 'NOT_A_SPREADSHEET'],
    ['that is an old or encrypted workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'ENCRYPTED_OR_OLD_FORMAT'],
    ['whose parts are encrypted', archiveOf(workbookParts(sheet).map((part) => ({ ...part, flags: 1 }))), 'ENCRYPTED_OR_OLD_FORMAT'],
    ['with two parts of one name', archiveOf([...workbookParts(sheet), ...workbookParts(sheet)]), 'NOT_A_SPREADSHEET'],
    ['without headings', archiveOf(workbookParts(sheetData([['甲'], ['乙']]))), 'NO_HEADING_ROW'],
    ['whose XML is broken', archiveOf(workbookParts('<sheetData><row r="1"><c r="A1"></row>')), 'NOT_A_SPREADSHEET'],
  ])('%s', async (_name, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('that is larger than allowed', async () => {
    const bytes = archiveOf(workbookParts(sheet));
    expect(await refusal(bytes, { fileBytes: bytes.length })).toBe('ACCEPTED');
    expect(await refusal(bytes, { fileBytes: bytes.length - 1 })).toBe('FILE_TOO_LARGE');
  });

  it('that unpacks to more than allowed, or than it claims', async () => {
    const bomb = sheetData([['姓名'], ['甲']], '<x/>'.repeat(1_250_000));
    const parts = workbookParts(bomb);
    expect(await refusal(archiveOf(parts))).toBe('ACCEPTED');
    expect(archiveOf(parts).length).toBeLessThan(30_000);
    expect(await refusal(archiveOf(parts), { contentBytes: 4_000_000 })).toBe('CONTENT_TOO_LARGE');
    expect(await refusal(archiveOf(parts.map((part) => ({ ...part, claimedBytes: 1_000 }))))).toBe('CONTENT_TOO_LARGE');
  });

  it('that has more rows than allowed, empty ones included', async () => {
    const rows = archiveOf(workbookParts(sheetData([['姓名'], ['甲'], [], []])));
    expect(await refusal(rows, { rows: 4 })).toBe('ACCEPTED');
    expect(await refusal(rows, { rows: 3 })).toBe('TOO_MANY_ROWS');
    const far = archiveOf(
      workbookParts(
        '<sheetData><row r="1"><c r="A1" t="str"><v>姓名</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
      ),
    );
    expect(await refusal(far)).toBe('TOO_MANY_ROWS');
  });
});
