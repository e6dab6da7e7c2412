import { addDays } from './date-arithmetic.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { GraduationMonth } from './graduation-month.ts';
import type { Instant } from './instant.ts';

// Asia/Shanghai has had no summer time since 1991, so the rules need no time zone database: the offset is a constant (R29).
const offsetMs = 8 * 3_600_000;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/** The first instant of a day in Shanghai. */
export function startOfDayShanghai(date: CalendarDate): Instant {
  return Date.parse(`${date}T00:00:00Z`) - offsetMs;
}

/**
 * The deadline "until the end of that day": the first instant after it, so in time means `receivedAt < deadline` (R29, X13).
 * Shown by formatDeadline as 23:59:59.
 */
export function endOfDayShanghai(date: CalendarDate): Instant {
  return startOfDayShanghai(addDays(date, 1));
}

/** The calendar day in Shanghai at an instant. */
export function shanghaiDate(at: Instant): CalendarDate {
  return formatInstant(at).slice(0, 10);
}

/** The month in Shanghai at an instant, `yyyyMM`. */
export function shanghaiMonth(at: Instant): GraduationMonth {
  return shanghaiDate(at).slice(0, 7).replace('-', '');
}

/** `yyyy-MM-dd HH:mm:ss` in Shanghai; parts of a second are dropped. */
export function formatInstant(at: Instant): string {
  const local = new Date(at + offsetMs);
  const date = [digits(local.getUTCFullYear(), 4), digits(local.getUTCMonth() + 1, 2), digits(local.getUTCDate(), 2)];
  const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map((part) => digits(part, 2));
  return `${date.join('-')} ${time.join(':')}`;
}

/** A deadline as people read it: its last second, `2023-12-31 23:59:59` (R29). */
export function formatDeadline(deadline: Instant): string {
  return formatInstant(deadline - 1);
}

/** The last day on which a deadline still lets something through. */
export function lastDayBefore(deadline: Instant): CalendarDate {
  return shanghaiDate(deadline - 1);
}

/** The next instant strictly after `after` at which the clocks of Shanghai show `hour`:00 (0 to 23). Throws RangeError. */
export function nextDailyRun(after: Instant, hour: number): Instant {
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) throw new RangeError(`no such hour: ${hour}`);
  const today = startOfDayShanghai(shanghaiDate(after)) + hour * hourMs;
  return today > after ? today : today + dayMs;
}
