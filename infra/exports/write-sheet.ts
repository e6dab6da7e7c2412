import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { byteOrderMark, csvLine } from './csv.ts';

export interface SheetLine {
  readonly cells: readonly string[];
  readonly marked: boolean;
}

/** Lines that decide how wide the columns are. */
const measured = 500;
const [narrowest, widest] = [8, 48];

/** Width in characters of a column: Han characters take two. */
const cellWidth = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/[\u1100-\uffdc]|[\u{20000}-\u{3ffff}]/u.test(character) ? 2 : 1), 0);

/** UTF-8 with BOM, so that spreadsheet programs read it right. */
export async function writeCsv(headings: readonly string[], lines: AsyncIterable<SheetLine>): Promise<Buffer> {
  const parts = [Buffer.from(byteOrderMark + csvLine(headings))];
  for await (const { cells } of lines) parts.push(Buffer.from(csvLine(cells)));
  return Buffer.concat(parts);
}

/** Text cells only, which no program takes for formulas; headings frozen and filtered; marked lines in colour. */
export async function writeXlsx(title: string, headings: readonly string[], lines: AsyncIterable<SheetLine>): Promise<Buffer> {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  const waiting: SheetLine[] = [];
  let begun = false;
  const begin = (): void => {
    begun = true;
    sheet.columns = headings.map((heading, index) => {
      const width = Math.max(cellWidth(heading), ...waiting.map(({ cells }) => cellWidth(cells[index] ?? '')));
      return { header: heading, width: Math.min(widest, Math.max(narrowest, width + 2)), style: { numFmt: '@' } };
    });
    sheet.getRow(1).font = { bold: true };
    sheet.getRow(1).commit();
    for (const line of waiting) write(line);
  };
  const write = ({ cells, marked }: SheetLine): void => {
    const row = sheet.addRow([...cells]);
    if (marked)
      row.eachCell((cell) => {
        cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } };
      });
    row.commit();
  };
  for await (const line of lines) {
    if (begun) write(line);
    else if (waiting.push(line) >= measured) begin();
  }
  if (!begun) begin();
  sheet.commit();
  await workbook.commit();
  return bytes;
}
