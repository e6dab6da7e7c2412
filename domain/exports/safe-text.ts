/** A cell that a spreadsheet program would take for a formula (`=`, `+`, `-`, `@`, also behind a tab or line break) is marked as text. */
export const plainCell = (text: string): string => (/^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** RFC 4180. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => { const text = plainCell(cell); return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text; }).join(',')}\r\n`;

/** Width in characters of a spreadsheet's column: Han characters take two. */
export const cellWidth = (text: string): number => Array.from(text).reduce((sum, character) => sum + (/[\u1100-\uffdc]|[\u{20000}-\u{3ffff}]/u.test(character) ? 2 : 1), 0);
