import { cutoffOf, lifecycleEnd, transferServiceEnd, verificationServiceEnd } from '../../../domain/calendar/service-ends.ts';
import { formatDeadline, formatInstant } from '../../../domain/calendar/shanghai.ts';
import { isInTime } from '../../../domain/calendar/instant.ts';

describe('ends of service', () => {
  it.each([
    ['202306', '2024-01-01T00:00:00+08:00', '2023-12-31 23:59:59'],
    ['202308', '2024-03-01T00:00:00+08:00', '2024-02-29 23:59:59'],
    ['202208', '2023-03-01T00:00:00+08:00', '2023-02-28 23:59:59'],
    ['202210', '2023-05-01T00:00:00+08:00', '2023-04-30 23:59:59'],
    ['202312', '2024-07-01T00:00:00+08:00', '2024-06-30 23:59:59'],
  ])('R33 X2 verification for %s ends before %s, shown as %s', (month, instant, shown) => {
    expect(verificationServiceEnd(month)).toBe(Date.parse(instant));
    expect(formatDeadline(verificationServiceEnd(month))).toBe(shown);
  });

  it('X2 a rule pack may set another span', () => {
    expect(formatDeadline(verificationServiceEnd('202306', 12))).toBe('2024-06-30 23:59:59');
  });

  it.each([
    ['202306', '2024-03-31 23:59:59'],
    ['202301', '2024-03-31 23:59:59'],
    ['202312', '2024-03-31 23:59:59'],
  ])('R42 transfer numbers of %s end on %s', (month, shown) => expect(formatDeadline(transferServiceEnd(month))).toBe(shown));

  it('X20 the lifecycle ends with the later of the two', () => {
    expect(formatDeadline(lifecycleEnd('202306'))).toBe('2024-03-31 23:59:59');
    expect(formatDeadline(lifecycleEnd('202209'))).toBe('2023-03-31 23:59:59');
    expect(formatDeadline(lifecycleEnd('202210'))).toBe('2023-04-30 23:59:59');
  });

  it('R55 the cutoff is the end of 31 August in Shanghai', () => {
    expect(cutoffOf(2024)).toBe(Date.parse('2024-09-01T00:00:00+08:00'));
    expect(formatDeadline(cutoffOf(2024))).toBe('2024-08-31 23:59:59');
    expect(formatInstant(cutoffOf(2024))).toBe('2024-09-01 00:00:00');
  });

  it('X13 what was received in the last millisecond is in time, the next instant is not', () => {
    const deadline = cutoffOf(2024);
    expect([-1, 0, 1].map((offset) => isInTime(deadline + offset, deadline))).toEqual([true, false, false]);
  });

  it.each(['202313', '202300', '2023-6', '', '20236'])('refuses %s, which is no month', (month) => {
    expect(() => verificationServiceEnd(month)).toThrow(RangeError);
    expect(() => transferServiceEnd(month)).toThrow(RangeError);
  });
});
