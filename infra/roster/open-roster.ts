import type { FileRefusal } from '../../domain/roster/import-status.ts';
import type { Dialect } from '../../domain/roster/dialects.ts';
import { isHeadingRow, matchHeadings, type MatchedHeadings, type OwnHeadings } from '../../domain/roster/match-headings.ts';
import { openSheet, type SheetRow } from '../spreadsheet/open-sheet.ts';
import { SpreadsheetError } from '../spreadsheet/spreadsheet-error.ts';
import type { FileStore } from '../storage/file-store.ts';

/** A roster whose headings are understood. */
export interface OpenRoster {
  readonly dialect: Dialect;
  readonly headings: readonly string[];
  readonly fieldOf: MatchedHeadings['fieldOf'];
  readonly rows: AsyncIterable<SheetRow>;
}

/** A file that cannot be read as a roster, as a whole. */
export class RosterRefusal extends Error {
  override readonly name = 'RosterRefusal';
  readonly refusal: FileRefusal;

  constructor(refusal: FileRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Why a file is refused, as far as it is the file's fault; undefined for any other error. */
export function refusalOf(error: unknown): FileRefusal | undefined {
  if (error instanceof RosterRefusal) return error.refusal;
  return error instanceof SpreadsheetError ? { code: error.code } : undefined;
}

/** The bytes of a stored file. Throws RosterRefusal. */
export async function readRosterFile(files: FileStore, fileKey: string): Promise<Buffer> {
  const bytes = await files.get(fileKey);
  if (bytes === undefined) throw new RosterRefusal({ code: 'FILE_MISSING' });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Opens a stored file as a roster; `own` are the headings that the school has confirmed. Throws RosterRefusal or SpreadsheetError. */
export async function openRoster(files: FileStore, fileKey: string, own: OwnHeadings): Promise<OpenRoster> {
  const sheet = await openSheet(await readRosterFile(files, fileKey), { isHeadingRow: (texts) => isHeadingRow(texts, own) });
  const { dialect, fieldOf, missing, repeated } = matchHeadings(sheet.headings, own);
  if (missing.length > 0) throw new RosterRefusal({ code: 'COLUMN_MISSING', columns: missing });
  if (repeated.length > 0) throw new RosterRefusal({ code: 'COLUMN_REPEATED', columns: repeated });
  return { dialect, headings: sheet.headings, fieldOf, rows: sheet.rows };
}
