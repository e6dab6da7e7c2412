import fc from 'fast-check';
import { CalendarDate } from '../../../domain/calendar/calendar-date.ts';
import { addDays, addMonths, isCalendarDate } from '../../../domain/calendar/date-arithmetic.ts';
import { GraduationMonth, lastDayOfMonth, monthAfter, yearDigits, yearOf } from '../../../domain/calendar/graduation-month.ts';
import { Instant } from '../../../domain/calendar/instant.ts';

const problems = (schema: typeof CalendarDate | typeof GraduationMonth | typeof Instant, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message);
const dates = fc.integer({ min: 0, max: 365_000 }).map((days) => addDays('1950-01-01', days));

describe('CalendarDate', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31'])('accepts %s', (date) => {
    expect(CalendarDate.parse(date)).toBe(date);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2024-04-31',
    '2024-00-10',
    '2024-13-01',
    '2024-01-00',
    '2024-01-32',
    '1899-12-31',
    '3000-01-01',
    '2024-1-1',
    '20240101',
    '2024-01-01T00:00',
    '',
    '2024-01-01\n',
    '２０２４-01-01',
  ])('refuses %j', (date) => expect(problems(CalendarDate, date)).toEqual(['DATE_IMPOSSIBLE']));

  it('tells a missing value from one of the wrong type', () => {
    expect(problems(CalendarDate, undefined)).toEqual(['REQUIRED']);
    expect(problems(CalendarDate, 20240101)).toEqual(['TYPE_WRONG']);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-12-15', 1, '2024-01-15'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-06-10', 0, '2024-06-10'],
    ['2024-01-10', -13, '2022-12-10'],
  ])('X25 %s and %d months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

  it.each([
    ['2024-02-28', 2, '2024-03-01'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-01-01', -1, '2023-12-31'],
    ['2024-06-01', 7, '2024-06-08'],
  ])('X25 %s and %d days is %s', (date, days, expected) => expect(addDays(date, days)).toBe(expected));

  it('adding days keeps to dates that exist and can be undone', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(isCalendarDate(addDays(date, days))).toBe(true);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it('adding months keeps the day or takes the last one', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -240, max: 240 }), (date, months) => {
        const later = addMonths(date, months);
        expect(isCalendarDate(later)).toBe(true);
        const clamped = later === lastDayOfMonth(later.slice(0, 7).replace('-', ''));
        expect(later.slice(8) === date.slice(8) || (clamped && later.slice(8) < date.slice(8))).toBe(true);
      }),
    );
  });

  it('throws for a date that does not exist rather than count on from it', () => {
    expect(() => addDays('2023-02-29', 1)).toThrow('no such date');
    expect(() => addMonths('2023-02-30', 1)).toThrow('no such date');
  });
});

describe('GraduationMonth', () => {
  it.each(['202306', '190001', '299912', '202212'])('R8 accepts %s', (month) => expect(GraduationMonth.parse(month)).toBe(month));

  it.each(['202300', '202313', '2023-06', '20236', '20230601', '189912', '300001', '', '202306 '])('R8 refuses %j', (month) => {
    expect(problems(GraduationMonth, month)).toEqual(['MONTH_IMPOSSIBLE']);
  });

  it('R8 refuses a number, which would lose leading zeros elsewhere', () => {
    expect(problems(GraduationMonth, 202306)).toEqual(['TYPE_WRONG']);
  });

  it.each([
    ['202402', '2024-02-29'],
    ['202302', '2023-02-28'],
    ['202306', '2023-06-30'],
    ['202312', '2023-12-31'],
  ])('the last day of %s is %s', (month, day) => expect(lastDayOfMonth(month)).toBe(day));

  it.each([
    ['202306', 6, '202312'],
    ['202307', 6, '202401'],
    ['202401', -1, '202312'],
  ])('%s and %d months is %s', (month, months, expected) => {
    expect(monthAfter(month, months)).toBe(expected);
  });

  it('X21 numbers begin with the year of 毕业时间', () => {
    expect(yearOf('202306')).toBe(2023);
    expect(yearDigits('202306')).toBe('23');
    expect(yearDigits('200907')).toBe('09');
  });
});

describe('Instant', () => {
  it('is a whole number of milliseconds', () => {
    expect(Instant.parse(1_700_000_000_000)).toBe(1_700_000_000_000);
    for (const wrong of [0.5, -1, Number.NaN, '2024-01-01', 9e15]) expect(problems(Instant, wrong)).toEqual(['INSTANT_IMPOSSIBLE']);
    expect(problems(Instant, undefined)).toEqual(['REQUIRED']);
  });
});
