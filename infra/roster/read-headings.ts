import { matchHeadings, type OwnHeadings } from '../../domain/roster/match-headings.ts';
import { proposeHeadings, type HeadingProposal } from '../../domain/roster/propose-headings.ts';
import type { CellValue } from '../../domain/roster/cell-value.ts';
import { openSheet } from '../spreadsheet/open-sheet.ts';
import type { FileStore } from '../storage/file-store.ts';
import { readRosterFile } from './open-roster.ts';

/** Rows that are looked at for what a column's values look like. */
const sampleRows = 50;

/** In a sheet whose words nobody knows the headings are the first row with at least five different texts and no long number. */
const looksLikeHeadings = (texts: readonly string[]): boolean =>
  new Set(texts.filter((text) => text !== '')).size >= 5 && !texts.some((text) => /\d{6}/.test(text));

/** What the headings of a stored sheet may mean; of its values only what they look like is used. Throws RosterRefusal or SpreadsheetError. */
export async function readHeadings(files: FileStore, fileKey: string, own: OwnHeadings): Promise<readonly HeadingProposal[]> {
  const { headings, rows } = await openSheet(await readRosterFile(files, fileKey), { isHeadingRow: looksLikeHeadings });
  const samples: Readonly<Record<string, CellValue>>[] = [];
  for await (const { cells } of rows) {
    samples.push(cells);
    if (samples.length >= sampleRows) break;
  }
  return proposeHeadings(headings, matchHeadings(headings, own).fieldOf, samples);
}
