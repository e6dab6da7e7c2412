import type { z } from 'zod';
import { cellText, codeText, hasLostDigits, type CellValue } from './cell-value.ts';
import { problemCodeOf, type RosterProblemCode } from './roster-problems.ts';

/** What a cell says, or the code of what is wrong with it; a warning goes with a value that is kept. */
export type Reading<T> =
  { readonly ok: true; readonly value: T; readonly warning?: RosterProblemCode } | { readonly ok: false; readonly code: RosterProblemCode };

/** Reads one cell that is not empty. */
export type CellReader<T> = (value: CellValue) => Reading<T>;

export const readAs = <T>(value: T, warning?: RosterProblemCode): Reading<T> =>
  warning === undefined ? { ok: true, value } : { ok: true, value, warning };
export const unreadable = (code: RosterProblemCode): Reading<never> => ({ ok: false, code });

/** Text by one of the domain's schemas; digits that a spreadsheet has lost are never guessed. */
export function textReader(schema: z.ZodType<string>, textOf: (value: CellValue) => string = cellText): CellReader<string> {
  return (value) => {
    if (hasLostDigits(value)) return unreadable('NUMBER_PRECISION_LOST');
    const parsed = schema.safeParse(textOf(value));
    return parsed.success ? readAs(parsed.data) : unreadable(problemCodeOf(parsed.error.issues[0]?.message ?? ''));
  };
}

/** Numbers that only name something: narrow digits, no spaces. */
export const numberText = (value: CellValue): string => codeText(value).replace(/\s/g, '');

const yes = new Set(['是', 'Y', 'YES', 'TRUE', '1', '√', '已转入']);
const no = new Set(['否', 'N', 'NO', 'FALSE', '0', '×', '未转入']);

/** 是 or 否, as schools and spreadsheets write it. */
export const readYesNo: CellReader<boolean> = (value) => {
  const text = codeText(value).toUpperCase();
  if (yes.has(text)) return readAs(true);
  return no.has(text) ? readAs(false) : unreadable('YES_NO_EXPECTED');
};

/** 学制: `4`, `4.0`, `2.5`, `4年`. */
export const readSchoolingYears: CellReader<string> = (value) => {
  const text = codeText(value)
    .replace(/\s*年$/, '')
    .replace(/\.0+$/, '');
  return /^[1-9](\.5)?$|^0\.5$/.test(text) ? readAs(text) : unreadable('SCHOOLING_YEARS_INVALID');
};

/** 届: `2027`, `2027届`. */
export const readYear: CellReader<number> = (value) => {
  const text = codeText(value).replace(/\s*[届级]$/, '');
  return /^20\d{2}$/.test(text) ? readAs(Number(text)) : unreadable('YEAR_IMPOSSIBLE');
};
