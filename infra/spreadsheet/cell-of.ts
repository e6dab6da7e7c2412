import type { CellValue } from '../../domain/roster/cell-value.ts';

// A line end that was typed into a cell; some programs leave its escape in the text.
const escapedReturn = /_x000D_/gi;

const textOf = (run: unknown): string => (typeof run === 'object' && run !== null && 'text' in run && typeof run.text === 'string' ? run.text : '');

/** What a cell shows: the result of a formula, the words of rich text and links, the sign of an error. */
export function cellOf(value: unknown): CellValue {
  switch (typeof value) {
    case 'string': {
      const text = value.replace(escapedReturn, '');
      return text.trim() === '' ? null : text;
    }
    case 'number': return Number.isFinite(value) ? value : '#VALUE!';
    case 'boolean': return value ? 'TRUE' : 'FALSE';
    case 'object': return value === null ? null : cellOfObject(value);
    default: return null;
  }
}

function cellOfObject(value: object): CellValue {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '#VALUE!' : value;
  if ('richText' in value && Array.isArray(value.richText)) {
    return cellOf(value.richText.map(textOf).join(''));
  }
  if ('error' in value) return String(value.error);
  if ('result' in value) return cellOf(value.result);
  return 'text' in value ? cellOf(value.text) : null;
}
