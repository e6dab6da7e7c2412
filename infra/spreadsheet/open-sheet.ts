import type { CellValue } from '../../domain/roster/cell-value.ts';
import { cellText } from '../../domain/roster/cell-value.ts';
import { defaultLimits, type SpreadsheetLimits } from './limits.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import { streamRows, type RawRow } from './stream-rows.ts';
import { unpackPart } from './unpack-part.ts';
import { findWorkbookParts, type WorkbookParts } from './workbook-parts.ts';
import { readZipDirectory } from './zip-directory.ts';

/** A row of data: cells by heading. */
export interface SheetRow {
  readonly rowNumber: number;
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** A sheet whose headings have been found. */
export interface OpenSheet {
  readonly name: string;
  readonly headingRowNumber: number;
  /** In the order of the columns; those without one are left out with their cells. */
  readonly headings: readonly string[];
  /** The rows under the headings that are not empty; to be gone through once. */
  readonly rows: AsyncGenerator<SheetRow>;
}

export interface OpenSheetOptions {
  /** Tells the row of headings from the titles above it. */
  readonly isHeadingRow: (texts: readonly string[]) => boolean;
  readonly limits?: SpreadsheetLimits;
}

/** Titles and notes above the headings, at most. */
const headingsWithin = 30;

const headingText = (value: CellValue): string => cellText(value).replace(/\s+/g, ' ');

/** Opens the first visible sheet of an XLSX that has the headings looked for. Throws SpreadsheetError. */
export async function openSheet(bytes: Buffer, { isHeadingRow, limits = defaultLimits }: OpenSheetOptions): Promise<OpenSheet> {
  if (bytes.length > limits.fileBytes) throw new SpreadsheetError('FILE_TOO_LARGE');
  const parts = await findWorkbookParts(readZipDirectory(bytes));
  await checkContent(parts, limits.contentBytes);
  for (const { name, part } of parts.sheets) {
    const rows = streamRows(parts, part, limits);
    const found = await findHeadings(rows, isHeadingRow);
    if (found !== undefined) return { name, headingRowNumber: found.rowNumber, headings: found.headings.filter((heading) => heading !== ''), rows: rowsOf(rows, found.headings) };
    await rows.return(undefined);
  }
  throw new SpreadsheetError('NO_HEADING_ROW');
}

// Everything is unpacked once without being kept, so that a bomb is known before anything is parsed.
async function checkContent({ workbook, styles, sharedStrings, sheets }: WorkbookParts, maxBytes: number): Promise<void> {
  let left = maxBytes;
  for (const part of [workbook, styles, sharedStrings, ...sheets.map((sheet) => sheet.part)]) {
    if (part !== undefined) for await (const piece of unpackPart(part, left)) left -= piece.length;
  }
}

async function findHeadings(rows: AsyncGenerator<RawRow>, isHeadingRow: OpenSheetOptions['isHeadingRow']) {
  for (let seen = 0; seen < headingsWithin; seen += 1) {
    const next = await rows.next();
    if (next.done === true) return undefined;
    const { rowNumber, values } = next.value;
    const headings = Array.from(values, headingText);
    if (isHeadingRow(headings)) return { rowNumber, headings };
  }
  return undefined;
}

async function* rowsOf(rows: AsyncGenerator<RawRow>, headings: readonly string[]): AsyncGenerator<SheetRow> {
  for await (const { rowNumber, values } of rows) {
    const cells = headings.flatMap((heading, column) => (heading === '' ? [] : [[heading, values[column] ?? null] as const]));
    if (cells.some(([, value]) => value !== null)) yield { rowNumber, cells: Object.fromEntries(cells) };
  }
}
