import { narrow } from '../text/characters.ts';

/** What a cell of a roster holds, whichever file it came from; dates are midnight UTC of their day. */
export type CellValue = string | number | Date | null;

/** The text of a cell as people see it, trimmed; '' for an empty one. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).trim();
}

/** The text of a cell that holds a code or a number: narrow, and `10.0` from a numeric cell is `10` (F6). */
export function codeText(value: CellValue): string {
  return narrow(cellText(value))
    .trim()
    .replace(/^(\d+)\.0+$/, '$1');
}

/** True where a spreadsheet kept a number with more digits than it can hold, so that the last ones are lost. */
export function hasLostDigits(value: CellValue): boolean {
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER;
  return /^\d(\.\d+)?e\+1\d$/i.test(codeText(value));
}

/** True for the words that spreadsheets leave where a formula failed. */
export function isFormulaError(value: CellValue): boolean {
  return typeof value === 'string' && value.includes('#') && /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!)$/.test(value.trim());
}
