import type { Table } from './table.ts';

/** What a spreadsheet would take for a formula, or would cut off before one. */
const formula = /^[=+\-@\t\r\n]/;

const cellText = (value: string | null): string => {
  const text = value ?? '';
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/** Excel asks for it. */
export const byteOrderMark = '\uFEFF';

/** RFC 4180. A cell that looks like a formula is shown as text by an apostrophe. */
export const csvLine = (cells: readonly (string | null)[]): string => `${cells.map(cellText).join(',')}\r\n`;

/** A whole table in UTF-8 with a byte order mark. */
export const toCsv = ({ columns, rows }: Table): Uint8Array => Buffer.from(byteOrderMark + [columns, ...rows].map(csvLine).join(''));
