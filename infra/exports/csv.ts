import type { Table } from './table.ts';

/** What a spreadsheet would take for a formula, or would cut off before one. */
const formula = /^[=+\-@\t\r\n]/;

/** RFC 4180 in UTF-8 with a byte order mark, which Excel asks for. A cell that looks like a formula is shown as text by an apostrophe. */
export function toCsv({ columns, rows }: Table): Uint8Array {
  const cell = (value: string | null): string => {
    const text = value ?? '';
    return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  return Buffer.from(`\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`);
}
