import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { isTrackingHeading, readTrackingRow, type TrackingRow } from '../../domain/dispatch/tracking-sheet.ts';
import { openSheet } from '../spreadsheet/open-sheet.ts';
import { SpreadsheetError } from '../spreadsheet/spreadsheet-error.ts';

/** A season's files of a large school; a sheet of two columns and so many rows unpacks to a few megabytes. */
const limits = { fileBytes: 5 * 1024 * 1024, contentBytes: 60 * 1024 * 1024, rows: 20_000 };
export const trackingSheetBytes = limits.fileBytes;

export type NumberedTrackingRow = TrackingRow & { readonly rowNumber: number };

/** The courier's sheet, XLSX or CSV (UTF-8, or GB 18030 as Chinese Excel saves it). Throws SpreadsheetError. */
export async function readTrackingSheet(bytes: Buffer): Promise<NumberedTrackingRow[]> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return readCsv(bytes);
  const sheet = await openSheet(bytes, { isHeadingRow: isTrackingHeading, limits });
  const rows: NumberedTrackingRow[] = [];
  for await (const { rowNumber, cells } of sheet.rows) rows.push({ rowNumber, ...readTrackingRow(cells) });
  return rows;
}

async function readCsv(bytes: Buffer): Promise<NumberedTrackingRow[]> {
  const text = textOf(bytes);
  if (text.includes('\0')) throw new SpreadsheetError('NOT_A_SPREADSHEET');
  const worksheet = await new ExcelJS.Workbook().csv
    .read(Readable.from([text]), { map: (value: unknown) => value, parserOptions: { maxRows: limits.rows + 1 } })
    .catch(() => {
      throw new SpreadsheetError('NOT_A_SPREADSHEET');
    });
  if (worksheet.rowCount > limits.rows) throw new SpreadsheetError('TOO_MANY_ROWS');
  const rows: { rowNumber: number; texts: string[] }[] = [];
  worksheet.eachRow((row, rowNumber) => {
    rows.push({ rowNumber, texts: Array.from(row.values as unknown[], (value) => (typeof value === 'string' ? value : '')) });
  });
  const heading = rows.findIndex(({ texts }) => isTrackingHeading(texts));
  const headings = rows[heading]?.texts;
  if (!headings) throw new SpreadsheetError('NO_HEADING_ROW');
  return rows.slice(heading + 1).map(({ rowNumber, texts }) => ({
    rowNumber,
    ...readTrackingRow(Object.fromEntries(headings.map((name, column) => [name, texts[column] ?? null]))),
  }));
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
