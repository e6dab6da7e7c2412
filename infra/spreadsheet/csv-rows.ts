import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { CellValue } from '../../domain/roster/cell-value.ts';
import { decodePieces, encodingOf } from './csv-encoding.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import type { RawRow } from './raw-row.ts';

/** One record is never longer. */
const recordCharacters = 1024 * 1024;
const looksAtCharacters = 64 * 1024;

/** `="0123"` keeps a program from taking digits for a number; a tab before them does the same. */
const keptAsText = /^="([^"]*)"$/;

function cellOf(text: string): CellValue {
  const shown = text.trim().replace(keptAsText, '$1');
  return shown === '' ? null : shown;
}

/** The character that stands most often between the cells: spreadsheets save with commas, tabs or semicolons. */
function delimiterOf(text: string): string {
  const count = (delimiter: string): number => text.split(delimiter).length;
  return [',', '\t', ';'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** The rows of a CSV that are not empty, by the number of their line as a spreadsheet shows it. Throws SpreadsheetError. */
export async function* csvRows(bytes: Buffer, limits: SpreadsheetLimits): AsyncGenerator<RawRow> {
  const encoding = encodingOf(bytes);
  const [beginning = ''] = decodePieces(bytes.subarray(0, looksAtCharacters), encoding);
  const parser = Readable.from(decodePieces(bytes, encoding), { objectMode: true }).pipe(
    parse({
      delimiter: delimiterOf(beginning),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: recordCharacters,
    }),
  );
  let rowNumber = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      rowNumber += 1;
      if (rowNumber > limits.rows) throw new SpreadsheetError('TOO_MANY_ROWS');
      const values = [null, ...record.map(cellOf)];
      if (values.some((value) => value !== null)) yield { rowNumber, values };
    }
  } catch (error) {
    // What the parser says quotes the file.
    throw error instanceof SpreadsheetError ? error : new SpreadsheetError('NOT_A_SPREADSHEET');
  } finally {
    parser.destroy();
  }
}
