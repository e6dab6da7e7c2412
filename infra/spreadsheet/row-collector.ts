import type { CellValue } from '../../domain/roster/cell-value.ts';
import { cellOf, type CellContext } from './cell-of.ts';
import { columnNumber } from './merged-cells.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import type { RawRow } from './raw-row.ts';
import type { XmlListener } from './xml-events.ts';

/** More columns than any list has; a cell far to the right would make a row of a million empty ones. */
const maxColumns = 1_000;

/** Makes rows of what stands in a sheet; `take` hands out those that are whole. */
export function createRowCollector(context: CellContext, maxRows: number): XmlListener & { take(): RawRow[] } {
  let done: RawRow[] = [];
  let [rowNumber, column, count] = [0, 0, 0];
  let values: CellValue[] = [];
  let cell: { type: string | undefined; style: number } | undefined;
  let content = '';
  let [inContent, inReading] = [false, false];
  return {
    open(name, attributes) {
      switch (name) {
        case 'row':
          count += 1;
          rowNumber = attributes['r'] === undefined ? rowNumber + 1 : Number(attributes['r']);
          if (count > maxRows || !(rowNumber <= maxRows)) throw new SpreadsheetError('TOO_MANY_ROWS');
          [values, column] = [[null], 0];
          return;
        case 'c':
          column = columnOf(attributes['r']) ?? column + 1;
          cell = { type: attributes['t'], style: Number(attributes['s'] ?? 0) };
          content = '';
          return;
        case 'v':
        case 't':
          inContent = cell !== undefined;
          return;
        case 'rPh':
          inReading = true;
      }
    },
    text(more) {
      if (inContent && !inReading) content += more;
    },
    close(name) {
      switch (name) {
        case 'row':
          done.push({ rowNumber, values });
          return;
        case 'c':
          if (cell && column <= maxColumns) values[column] = cellOf(cell.type, cell.style, content, context);
          cell = undefined;
          return;
        case 'v':
        case 't':
          inContent = false;
          return;
        case 'rPh':
          inReading = false;
      }
    },
    take() {
      const rows = done;
      done = [];
      return rows;
    },
  };
}

function columnOf(reference: string | undefined): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(reference ?? '') ?? [];
  return letters === undefined ? undefined : columnNumber(letters);
}
