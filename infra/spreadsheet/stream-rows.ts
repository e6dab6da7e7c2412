import ExcelJS from 'exceljs';
import type { CellValue } from '../../domain/roster/cell-value.ts';
import { cellOf } from './cell-of.ts';
import { createMergeFiller, createMergeFinder } from './merged-cells.ts';
import { oneSheetArchive } from './one-sheet-archive.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import { unpackPart } from './unpack-part.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import type { ZipPart } from './zip-directory.ts';

/** A row as it stands: values by column number, from 1. */
export interface RawRow {
  readonly rowNumber: number;
  readonly values: readonly CellValue[];
}

/** The rows of one sheet that are not empty, one by one. Throws SpreadsheetError. */
export async function* streamRows(parts: WorkbookParts, sheet: ZipPart, limits: { readonly contentBytes: number; readonly rows: number }): AsyncGenerator<RawRow> {
  const merges = createMergeFinder();
  for await (const piece of unpackPart(sheet, limits.contentBytes)) merges.look(piece);
  const fill = createMergeFiller<CellValue>(merges.blocks());
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(oneSheetArchive(parts, sheet), {
    worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore',
  });
  let count = 0;
  try {
    for await (const worksheet of reader) {
      for await (const row of worksheet) {
        count += 1;
        if (count > limits.rows || row.number > limits.rows) throw new SpreadsheetError('TOO_MANY_ROWS');
        const values: CellValue[] = [null];
        // A formula's value leaves out a result of 0, so the result is asked for itself.
        row.eachCell({ includeEmpty: true }, (cell, column) => { values[column] = cellOf(cell.formula === undefined ? cell.value : cell.result); });
        fill(row.number, values);
        if (values.some((value) => value !== null)) yield { rowNumber: row.number, values };
      }
    }
  } catch (error) {
    // What the parser says may quote the cell it stopped at.
    throw error instanceof SpreadsheetError ? error : new SpreadsheetError('NOT_A_SPREADSHEET');
  }
}
