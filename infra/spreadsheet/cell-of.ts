import type { CellValue } from '../../domain/roster/cell-value.ts';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  /** Day 0 as milliseconds: workbooks of old Apple programs count from 1904. */
  readonly epoch: number;
}

export const epochs = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) } as const;

const dayMs = 86_400_000;

/** A line end that was typed into a cell; some programs leave its escape in the text. */
const escapedReturn = /_x000D_/gi;

/** What a cell shows, from its type, its style and what stands in it (ECMA-376 part 1, 18.18.11); null for an empty one. */
export function cellOf(type: string | undefined, style: number, content: string, context: CellContext): CellValue {
  switch (type) {
    case 's':
      return textOf(context.sharedStrings[Number(content)] ?? '');
    case 'b':
      return content === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return dateOf(Date.parse(content));
    case 'inlineStr':
    case 'str':
    case 'e':
      return textOf(content);
    default:
      return content.trim() === '' ? null : numberOf(Number(content), style, context);
  }
}

function textOf(text: string): CellValue {
  const shown = text.includes('_x') ? text.replace(escapedReturn, '') : text;
  return shown.trim() === '' ? null : shown;
}

function numberOf(value: number, style: number, { dateStyles, epoch }: CellContext): CellValue {
  if (!Number.isFinite(value)) return '#VALUE!';
  return dateStyles.has(style) ? dateOf(epoch + Math.floor(value) * dayMs) : value;
}

function dateOf(instant: number): CellValue {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? '#VALUE!' : date;
}
