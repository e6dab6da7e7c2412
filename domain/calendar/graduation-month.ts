import { z } from 'zod';
import { fieldError } from '../text/field-problems.ts';
import { type CalendarDate } from './calendar-date.ts';
import { addMonths, daysInMonth } from './date-arithmetic.ts';

/** True for a `yyyyMM` of the years 1900 to 2999 that exists. */
export function isMonth(text: string): boolean {
  return /^(19|2\d)\d{2}(0[1-9]|1[0-2])$/.test(text);
}

/** 毕业时间 as the roster has it, `yyyyMM` (R8), compared as text. */
export const GraduationMonth = z
  .string({ error: fieldError('TYPE_WRONG') })
  .refine(isMonth, { error: 'MONTH_IMPOSSIBLE' })
  .meta({ pattern: '^\\d{6}$' });
export type GraduationMonth = z.infer<typeof GraduationMonth>;

/** The calendar year of a month. Throws RangeError for a month that does not exist. */
export function yearOf(month: GraduationMonth): number {
  if (!isMonth(month)) throw new RangeError('no such month');
  return Number(month.slice(0, 4));
}

/** The two digits that numbers begin with: the year of 毕业时间, not the 届 (X21). */
export function yearDigits(month: GraduationMonth): string {
  return String(yearOf(month)).slice(2);
}

/** The last day of a month. Throws RangeError for a month that does not exist. */
export function lastDayOfMonth(month: GraduationMonth): CalendarDate {
  const year = yearOf(month);
  const ordinal = month.slice(4);
  return `${year}-${ordinal}-${daysInMonth(year, Number(ordinal))}`;
}

/** The month so many months later (or earlier). */
export function monthAfter(month: GraduationMonth, months: number): GraduationMonth {
  return addMonths(`${yearOf(month)}-${month.slice(4)}-01`, months)
    .slice(0, 7)
    .replace('-', '');
}
