import { defaultLimits } from '../../../infra/spreadsheet/limits.ts';
import { openSheet, type SheetRow } from '../../../infra/spreadsheet/open-sheet.ts';
import { encodeGb18030 } from '../../../scripts/samples/gb18030.ts';
import { archiveOf, sheetData, workbookParts } from './archives.ts';

const isHeadingRow = (texts: readonly string[]): boolean => texts.includes('姓名');

async function read(bytes: Buffer, limits = defaultLimits): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of (await openSheet(bytes, { isHeadingRow, limits })).rows) rows.push(row);
  return rows;
}
const refusal = (bytes: Buffer, limits = defaultLimits): Promise<unknown> =>
  read(bytes, limits).then(
    () => 'ACCEPTED',
    (error: unknown) => (error as { code?: string }).code ?? error,
  );

const text = '2027届名单,,\r\n姓名,学号,备注\r\n张𬭎,="0012","甲,乙"\r\n,,\r\n王㛃, １２ ,"一""二"\r\n';
const expected = [
  { rowNumber: 3, cells: { 姓名: '张𬭎', 学号: '0012', 备注: '甲,乙' } },
  { rowNumber: 5, cells: { 姓名: '王㛃', 学号: '１２', 备注: '一"二' } },
];

describe('a CSV', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['GB 18030', encodeGb18030(text)],
    ['tabs, as a program saves "text"', Buffer.from(text.replaceAll(',', '\t').replace('甲\t乙', '甲,乙'))],
    ['semicolons', Buffer.from(text.replaceAll(',', ';').replace('甲;乙', '甲,乙'))],
  ])('in %s is read as it was written', async (_name, bytes) => {
    expect(await read(bytes)).toEqual(expected);
  });

  it('keeps characters whole wherever a piece of the file ends', async () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `示例同学,${index},信息工程学院`);
    for (const encode of [(all: string) => Buffer.from(all), encodeGb18030]) {
      const rows = await read(encode(`姓名,学号,院系\n${lines.join('\n')}\n`));
      expect(new Set(rows.map(({ cells }) => `${String(cells['姓名'])}${String(cells['院系'])}`))).toEqual(
        new Set(['示例同学信息工程学院']),
      );
    }
  });

  it.each([
    ['is an image', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), defaultLimits, 'NOT_A_SPREADSHEET'],
    [
      'is neither UTF-8 nor GB 18030',
      Buffer.concat([Buffer.from('姓名,学号\n'), Buffer.of(0xff, 0xff, 0x0a)]),
      defaultLimits,
      'NOT_A_SPREADSHEET',
    ],
    ['has too many rows', Buffer.from('姓名\n1\n2\n'), { ...defaultLimits, rows: 2 }, 'TOO_MANY_ROWS'],
    ['is one endless line', Buffer.from(`姓名,"${'一'.repeat(1_100_000)}`), defaultLimits, 'NOT_A_SPREADSHEET'],
  ])('is refused that %s', async (_name, bytes, limits, code) => {
    expect(await refusal(bytes, limits)).toBe(code);
  });
});

describe('an XLSX', () => {
  it('keeps characters whole wherever a piece of the file ends', async () => {
    const rows = await read(
      archiveOf(workbookParts(sheetData([['姓名', '院系'], ...Array.from({ length: 20_000 }, () => ['示例同学', '信息工程学院'])]))),
    );
    expect(new Set(rows.map(({ cells }) => `${String(cells['姓名'])}${String(cells['院系'])}`))).toEqual(new Set(['示例同学信息工程学院']));
  });

  const parts = workbookParts(sheetData([['姓名'], ['甲']]));
  it.each([
    ['macros', [...parts, { name: 'xl/vbaProject.bin', content: 'x' }], 'MACROS_INSIDE'],
    ['references to other files', [...parts, { name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' }], 'EXTERNAL_LINKS'],
    [
      'two million empty rows',
      workbookParts(`<sheetData><row r="1"><c t="inlineStr"><is><t>姓名</t></is></c></row>${'<row/>'.repeat(2_000_000)}</sheetData>`),
      'TOO_MANY_ROWS',
    ],
    [
      'one text without end',
      workbookParts(`<sheetData><row r="1"><c t="inlineStr"><is><t>姓名${'一'.repeat(3_000_000)}</t></is></c></row></sheetData>`),
      'CONTENT_TOO_LARGE',
    ],
  ])('is refused with %s', async (_name, content, code) => {
    expect(await refusal(archiveOf(content))).toBe(code);
  });

  it('is refused when it is larger than a roster may be, before anything is read', async () => {
    expect(await refusal(Buffer.alloc(60 * 1024 * 1024))).toBe('FILE_TOO_LARGE');
  });
});
