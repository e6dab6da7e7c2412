import exceljs from 'exceljs';
import type { Table } from './table.ts';

const widest = 40;
/** A Chinese character takes two places of a column's width. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2E80' ? 2 : 1), 2);

/** A workbook of text cells, which no spreadsheet reads as formulas: header frozen and repeated on each printed page, columns that fit. */
export async function toXlsx({ title, columns, rows }: Table): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(title, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
  });
  sheet.columns = columns.map((header, index) => ({
    header,
    style: { numFmt: '@' },
    width: Math.min(widest, Math.max(widthOf(header), ...rows.slice(0, 500).map((row) => widthOf(row[index] ?? '')))),
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map((value) => value ?? ''));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
