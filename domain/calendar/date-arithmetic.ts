// Days are texts, `yyyy-MM-dd` (CalendarDate), compared as text. Nothing is imported, so that the offline page stays small.

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The days of a month (1 to 12), leap years included. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** True for a `yyyy-MM-dd` of the years 1900 to 2999 that exists. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = (form.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year < 1900 || year > 2999 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Year, month (1 to 12) and day of a date. Throws RangeError for one that does not exist. */
export function partsOf(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  if (!isCalendarDate(date)) throw new RangeError('no such date');
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

/** The date so many days later (or earlier). */
export function addDays(date: string, days: number): string {
  const { year, month, day } = partsOf(date);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** The same day so many months later; where the month is shorter, its last day (31 January + 1 is 28 or 29 February). */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = partsOf(date);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return `${first.toISOString().slice(0, 8)}${String(Math.min(day, last)).padStart(2, '0')}`;
}
