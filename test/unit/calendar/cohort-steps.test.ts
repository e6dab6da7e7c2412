import { cohortSteps, nextDigest } from '../../../domain/calendar/cohort-steps.ts';
import { disorderedDates } from '../../../domain/calendar/school-dates.ts';
import { emptySchoolCalendar, windowsOf, type SchoolCalendar } from '../../../domain/calendar/windows.ts';
import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import { shanghai } from '../../support/domain/instants.ts';

const windows = (calendar: Partial<SchoolCalendar> = {}) => windowsOf(nationalDefault, { ...emptySchoolCalendar, ...calendar }, 2027);
const steps = (calendar: Partial<SchoolCalendar> = {}) => cohortSteps(windows(calendar), nationalDefault).map(({ kind, at }) => [kind, at]);

describe('the calendar of a school and cohort', () => {
  it('R55 R57 X14 without dates of its own has departure on 1 July, reminders a week before the cutoff, and the sweep a minute after it', () => {
    expect(steps()).toEqual([
      ['DEPARTURE', shanghai('2027-07-01T00:00:00')],
      ['CUTOFF_APPROACHES', shanghai('2027-08-25T00:00:00')],
      ['CUTOFF', shanghai('2027-09-01T00:01:00')],
    ]);
  });

  it('R56 has the school’s dates among them in their order', () => {
    const opens = shanghai('2027-05-01T08:00:00');
    const confirms = shanghai('2027-06-28T00:00:00');
    expect(steps({ confirmationOpensAt: confirms, registrationOpensAt: opens }).slice(0, 3)).toEqual([
      ['REGISTRATION_OPENS', opens],
      ['CONFIRMATION_OPENS', confirms],
      ['DEPARTURE', shanghai('2027-07-01T00:00:00')],
    ]);
  });

  it('R56 the digest comes each morning at nine, from the opening (or thirty days before departure); after departure on Mondays, until the cutoff', () => {
    const opened = windows({ registrationOpensAt: shanghai('2027-05-01T10:00:00') });
    expect(nextDigest(opened, nationalDefault, 0)).toEqual({ kind: 'DIGEST', at: shanghai('2027-05-02T09:00:00') });
    expect(nextDigest(opened, nationalDefault, shanghai('2027-05-02T09:00:00'))?.at).toBe(shanghai('2027-05-03T09:00:00'));
    expect(nextDigest(windows(), nationalDefault, 0)?.at).toBe(shanghai('2027-06-01T09:00:00'));
    expect(nextDigest(windows(), nationalDefault, shanghai('2027-07-01T00:00:00'))?.at).toBe(shanghai('2027-07-05T09:00:00'));
    expect(nextDigest(windows(), nationalDefault, shanghai('2027-08-30T08:59:59'))?.at).toBe(shanghai('2027-08-30T09:00:00'));
    expect(nextDigest(windows(), nationalDefault, shanghai('2027-08-30T09:00:00'))).toBeUndefined();
  });

  it.each([
    ['an end before its beginning', { registrationOpensAt: 2, registrationClosesAt: 1 }, ['registrationOpensAt']],
    ['no length', { confirmationOpensAt: 5, confirmationClosesAt: 5 }, ['confirmationOpensAt']],
    ['a departure before the opening', { registrationOpensAt: shanghai('2027-07-02T00:00:00') }, ['registrationOpensAt']],
    ['a date beyond the national cutoff', { departureAt: shanghai('2027-09-01T00:00:01') }, ['departureAt']],
    ['dates in order', { registrationOpensAt: 1, registrationClosesAt: shanghai('2027-09-01T00:00:00') }, []],
  ])('R55 R56 sees %s', (_, calendar, wrong) => {
    expect(disorderedDates(windows(calendar))).toEqual(wrong);
  });
});
