import type { CellValue } from '../../domain/roster/cell-value.ts';
import { cellText } from '../../domain/roster/cell-value.ts';
import { epochs, type CellContext } from './cell-of.ts';
import { csvRows } from './csv-rows.ts';
import { readDateStyles } from './date-styles.ts';
import { defaultLimits, type SpreadsheetLimits } from './limits.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SpreadsheetError } from './spreadsheet-error.ts';
import type { RawRow } from './raw-row.ts';
import { streamRows } from './stream-rows.ts';
import { unpackPart } from './unpack-part.ts';
import { findWorkbookParts, type WorkbookParts } from './workbook-parts.ts';
import { isArchive, readZipDirectory } from './zip-directory.ts';

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

/** Opens the first visible sheet of an XLSX, or the CSV, that has the headings looked for. Throws SpreadsheetError. */
export async function openSheet(bytes: Buffer, { isHeadingRow, limits = defaultLimits }: OpenSheetOptions): Promise<OpenSheet> {
  if (bytes.length > limits.fileBytes) throw new SpreadsheetError('FILE_TOO_LARGE');
  const sheets = isArchive(bytes) ? await sheetsOf(bytes, limits) : [{ name: 'CSV', rows: () => csvRows(bytes, limits) }];
  for (const { name, rows: read } of sheets) {
    const rows = read();
    const found = await findHeadings(rows, isHeadingRow);
    if (found !== undefined)
      return {
        name,
        headingRowNumber: found.rowNumber,
        headings: found.headings.filter((heading) => heading !== ''),
        rows: rowsOf(rows, found.headings),
      };
    await rows.return(undefined);
  }
  throw new SpreadsheetError('NO_HEADING_ROW');
}

interface ReadableSheet {
  readonly name: string;
  readonly rows: () => AsyncGenerator<RawRow>;
}

async function sheetsOf(bytes: Buffer, limits: SpreadsheetLimits): Promise<readonly ReadableSheet[]> {
  const directory = readZipDirectory(bytes);
  refuseActiveContent(directory.keys());
  const parts = await findWorkbookParts(directory);
  await checkContent(parts, limits.contentBytes);
  const context: CellContext = {
    sharedStrings: await readSharedStrings(parts.sharedStrings, limits.contentBytes),
    dateStyles: await readDateStyles(parts.styles, limits.contentBytes),
    epoch: parts.from1904 ? epochs.from1904 : epochs.from1900,
  };
  return parts.sheets.map(({ name, part }) => ({ name, rows: () => streamRows(part, context, limits) }));
}

/** What runs, or fetches from elsewhere, has no place in a list of people, even though nothing here would run or fetch it. */
function refuseActiveContent(names: Iterable<string>): void {
  for (const name of names) {
    if (/(^|\/)vbaProject\.bin$|(^|\/)macrosheets\//i.test(name)) throw new SpreadsheetError('MACROS_INSIDE');
    if (/(^|\/)externalLinks\//i.test(name)) throw new SpreadsheetError('EXTERNAL_LINKS');
  }
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
  const named = [...headings.entries()].filter(([, heading]) => heading !== '');
  for await (const { rowNumber, values } of rows) {
    const cells: Record<string, CellValue> = {};
    let isFilled = false;
    for (const [column, heading] of named) {
      const value = values[column] ?? null;
      cells[heading] = value;
      isFilled ||= value !== null;
    }
    if (isFilled) yield { rowNumber, cells };
  }
}
