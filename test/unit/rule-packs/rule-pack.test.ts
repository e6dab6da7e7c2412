import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import { ReminderStep, RulePack } from '../../../domain/rule-packs/rule-pack.ts';
import { windowsOf, emptySchoolCalendar } from '../../../domain/calendar/windows.ts';
import { departure, cutoff, shanghai } from '../../support/domain/instants.ts';

const refusedPaths = (pack: unknown) => RulePack.safeParse(pack).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the national default is the rules page as it stands', () => {
  it('R24 X12 its key fields are these', () => {
    expect(nationalDefault.keyFields).toEqual({
      value: {
        DESTINATION: ['code', 'entityName', 'creditCode', 'entityRegion'],
        DOSSIER: ['type', 'unitName', 'region', 'address'],
        HUKOU: ['type', 'region', 'unitName'],
      },
      basicInformation: ['name', 'idType', 'idNumberIndex', 'graduatedAt'],
      clause: 'R24, X12',
    });
  });

  it('X1 X3 X4 X5 X7 X26 its options are the decisions of the rules page', () => {
    const { grantNeedsSection, transferNumberNeeds, invalidateSectionOnly, hukouEditor, graduateMaySubmitUntil, reviewLevels } =
      nationalDefault;
    expect(
      [grantNeedsSection, transferNumberNeeds, invalidateSectionOnly, hukouEditor, graduateMaySubmitUntil, reviewLevels].map(
        ({ value, clause }) => [value, clause],
      ),
    ).toEqual([
      [false, 'R13, X1'],
      ['APPROVED', 'R37, X3'],
      [false, 'R32, X4'],
      ['GRADUATE', 'R16, X5'],
      ['DEPARTURE', 'R56, X7'],
      ['COLLEGE_AND_SCHOOL', 'R14'],
    ]);
  });

  it('R5 all three sections are registered here', () => {
    expect(nationalDefault.routes).toEqual({ value: { DESTINATION: 'NATIONAL', DOSSIER: 'NATIONAL', HUKOU: 'NATIONAL' }, clause: 'R5' });
  });

  it('R54 its plan has each step once', () => {
    expect(nationalDefault.reminders.plan.map(({ step }) => step).sort()).toEqual([...ReminderStep.options].sort());
  });

  it('R10 R24 every entry names the clause it rests on', () => {
    for (const [name, entry] of Object.entries(nationalDefault)) {
      if (name !== 'id')
        expect([name, (entry as { clause: string }).clause]).toEqual([name, expect.stringMatching(/^[RX]\d+(, [RX]\d+)*$/)]);
    }
  });
});

describe('a pack is checked when it is read', () => {
  it.each([
    ['an unknown option', { ...nationalDefault, colour: 'red' }, ''],
    ['a value of another option', { ...nationalDefault, hukouEditor: { value: 'PROVINCE', clause: 'X5' } }, 'hukouEditor.value'],
    ['no clause', { ...nationalDefault, grantNeedsSection: { value: true } }, 'grantNeedsSection.clause'],
    ['an empty clause', { ...nationalDefault, grantNeedsSection: { value: true, clause: '' } }, 'grantNeedsSection.clause'],
    [
      'proofing fresh for two hours',
      { ...nationalDefault, proofingFreshMinutes: { value: 120, clause: 'X15' } },
      'proofingFreshMinutes.value',
    ],
    ['an hour that no day has', { ...nationalDefault, reminders: { ...nationalDefault.reminders, hour: 24 } }, 'reminders.hour'],
    [
      'a step that nobody knows',
      { ...nationalDefault, reminders: { ...nationalDefault.reminders, plan: [{ step: 'WAKE_UP', days: 1 }] } },
      'reminders.plan.0.step',
    ],
    [
      'a section without route',
      { ...nationalDefault, routes: { value: { DESTINATION: 'NATIONAL', DOSSIER: 'NATIONAL' }, clause: 'R5' } },
      'routes.value.HUKOU',
    ],
    ['a cutoff that is no day of a year', { ...nationalDefault, cutoff: { monthDay: '9/1', clause: 'R55' } }, 'cutoff.monthDay'],
    ['30 February', { ...nationalDefault, departure: { monthDay: '02-30', clause: 'R57' } }, 'departure.monthDay'],
  ])('R24 %s is refused', (_, pack, path) => {
    expect(refusedPaths(pack)).toEqual([path]);
  });
});

describe('R55 R56 R57 windows', () => {
  it('R55 R57 X14 departure and cutoff fall in the cohort’s calendar year', () => {
    expect(windowsOf(nationalDefault, emptySchoolCalendar, 2027)).toEqual({
      ...emptySchoolCalendar,
      departureAt: departure,
      cutoffAt: cutoff,
    });
    expect(windowsOf(nationalDefault, emptySchoolCalendar, 2031).cutoffAt).toBe(shanghai('2031-09-01T00:00:00'));
  });

  it('R56 X14 a school has its own departure, never its own cutoff', () => {
    const departureAt = shanghai('2027-06-25T00:00:00');
    expect(windowsOf(nationalDefault, { ...emptySchoolCalendar, departureAt }, 2027)).toMatchObject({ departureAt, cutoffAt: cutoff });
  });
});
