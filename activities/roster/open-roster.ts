import type { FileRefusal } from '../../domain/roster/import-status.ts';
import { isHeadingRow, matchHeadings, type MatchedHeadings } from '../../domain/roster/match-headings.ts';
import { openSheet, type SheetRow } from '../../infra/spreadsheet/open-sheet.ts';
import { SpreadsheetError } from '../../infra/spreadsheet/spreadsheet-error.ts';
import type { FileStore } from '../../infra/storage/file-store.ts';

/** A roster whose headings are understood. */
export interface OpenRoster {
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

/** Opens a stored file as a roster. Throws RosterRefusal or SpreadsheetError. */
export async function openRoster(files: FileStore, fileKey: string): Promise<OpenRoster> {
  const bytes = await files.get(fileKey);
  if (bytes === undefined) throw new RosterRefusal({ code: 'FILE_MISSING' });
  const sheet = await openSheet(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { isHeadingRow });
  const { fieldOf, missing, repeated } = matchHeadings(sheet.headings);
  if (missing.length > 0) throw new RosterRefusal({ code: 'COLUMN_MISSING', columns: missing });
  if (repeated.length > 0) throw new RosterRefusal({ code: 'COLUMN_REPEATED', columns: repeated });
  return { fieldOf, rows: sheet.rows };
}
