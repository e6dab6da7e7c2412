import fc from 'fast-check';
import {
  endOfDayShanghai,
  formatDeadline,
  formatInstant,
  lastDayBefore,
  nextDailyRun,
  shanghaiDate,
  shanghaiMonth,
  startOfDayShanghai,
} from '../../../domain/calendar/shanghai.ts';

const hourMs = 3_600_000;
const instants = fc.integer({ min: 0, max: Date.UTC(2998, 0, 1) });
const reference = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

describe('Shanghai time', () => {
  it('R29 a deadline on a day is the first instant after it, shown as its last second', () => {
    expect(endOfDayShanghai('2026-07-01')).toBe(Date.parse('2026-07-01T16:00:00Z'));
    expect(formatDeadline(endOfDayShanghai('2026-07-01'))).toBe('2026-07-01 23:59:59');
    expect(lastDayBefore(endOfDayShanghai('2026-07-01'))).toBe('2026-07-01');
    expect(endOfDayShanghai('2024-02-28')).toBe(startOfDayShanghai('2024-02-29'));
    expect(endOfDayShanghai('2025-12-31')).toBe(startOfDayShanghai('2026-01-01'));
  });

  it('a day begins at 16:00 UTC of the day before', () => {
    const midnight = Date.parse('2024-08-31T16:00:00Z');
    expect([midnight - 1, midnight].map(shanghaiDate)).toEqual(['2024-08-31', '2024-09-01']);
    expect([midnight - 1, midnight].map(shanghaiMonth)).toEqual(['202408', '202409']);
  });

  it('R29 agrees with the time zone database on every instant since the last summer time', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2999, 0, 1) }), (at) => {
        expect(formatInstant(at)).toBe(reference.format(at).replace(',', ''));
      }),
    );
  });

  it('every instant lies in the day it is said to lie in', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const date = shanghaiDate(at);
        expect(startOfDayShanghai(date) <= at && at < endOfDayShanghai(date)).toBe(true);
        expect(endOfDayShanghai(date) - startOfDayShanghai(date)).toBe(24 * hourMs);
      }),
    );
  });

  it.each([
    ['2026-07-01T08:59:59.999+08:00', '2026-07-01 09:00:00'],
    ['2026-07-01T09:00:00+08:00', '2026-07-02 09:00:00'],
    ['2026-07-01T00:30:00+08:00', '2026-07-01 09:00:00'],
    ['2026-12-31T23:59:00+08:00', '2027-01-01 09:00:00'],
  ])("after %s the daily mail of 9 o'clock goes at %s", (after, next) => {
    expect(formatInstant(nextDailyRun(Date.parse(after), 9))).toBe(next);
  });

  it('the next daily run is later, at most a day, and at the hour', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 23 }), (after, hour) => {
        const next = nextDailyRun(after, hour);
        expect(next > after && next - after <= 24 * hourMs).toBe(true);
        expect(formatInstant(next).slice(11)).toBe(`${String(hour).padStart(2, '0')}:00:00`);
      }),
    );
  });

  it.each([-1, 24, 9.5, Number.NaN])('refuses the hour %d', (hour) => {
    expect(() => nextDailyRun(0, hour)).toThrow('no such hour');
  });
});
