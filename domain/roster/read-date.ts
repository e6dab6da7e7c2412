import { type CalendarDate } from '../calendar/calendar-date.ts';
import { isCalendarDate } from '../calendar/date-arithmetic.ts';
import { isMonth, type GraduationMonth } from '../calendar/graduation-month.ts';
import { cellText, codeText, type CellValue } from './cell-value.ts';
import { readAs, unreadable, type CellReader } from './cell-reader.ts';

const dayMs = 86_400_000;
/** Day 25569 of a spreadsheet is 1 January 1970. */
const unixEpochSerial = 25_569;

/** The day of a serial number between 1954 and 2119, the only five-digit numbers a date column can hold; undefined for any other text. */
function serialDate(text: string): string | undefined {
  if (!/^[2-7]\d{4}(\.\d+)?$/.test(text)) return undefined;
  return new Date((Math.floor(Number(text)) - unixEpochSerial) * dayMs).toISOString().slice(0, 10);
}

const separated = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?|月)?(?:[T ].*)?$/;

/** Year, month and, where it is given, day as digits. */
function partsOf(value: CellValue): { readonly year: string; readonly month: string; readonly day: string | undefined } | undefined {
  const text = value instanceof Date ? cellText(value) : codeText(value);
  const [, year, month, day] = separated.exec(serialDate(text) ?? text) ?? /^(\d{4})(\d{2})(\d{2})?$/.exec(text) ?? [];
  if (year === undefined || month === undefined) return undefined;
  return { year, month: month.padStart(2, '0'), day: day?.padStart(2, '0') };
}

/** `202706`, `2027-06`, `2027年6月`, a date cell or its serial number; a day that is given is dropped. */
export const readMonth: CellReader<GraduationMonth> = (value) => {
  const parts = partsOf(value);
  const month = parts && `${parts.year}${parts.month}`;
  if (parts === undefined || month === undefined || !isMonth(month)) return unreadable('MONTH_IMPOSSIBLE');
  const exists = parts.day === undefined || isCalendarDate(`${parts.year}-${parts.month}-${parts.day}`);
  return exists ? readAs(month) : unreadable('MONTH_IMPOSSIBLE');
};

/** `2027-05-24`, `2027/5/24`, `2027年5月24日`, `20270524`, a date cell or its serial number. */
export const readDay: CellReader<CalendarDate> = (value) => {
  const parts = partsOf(value);
  const date = `${parts?.year}-${parts?.month}-${parts?.day}`;
  return isCalendarDate(date) ? readAs(date) : unreadable('DATE_IMPOSSIBLE');
};
