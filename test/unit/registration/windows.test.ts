import type { SchoolCalendar } from '../../../domain/calendar/windows.ts';
import type { SectionKind } from '../../../domain/registration/section.ts';
import type { RulePack } from '../../../domain/rule-packs/rule-pack.ts';
import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import { actors } from '../../support/domain/actors.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { cutoff, departure, june, shanghai } from '../../support/domain/instants.ts';
import { checked } from '../../support/domain/journey.ts';
import { packWith } from '../../support/domain/rule-packs.ts';

const may1 = shanghai('2027-05-20T00:00:00');
const june17 = shanghai('2027-06-17T00:00:00');
const june25 = shanghai('2027-06-25T00:00:00');

function answerAt(now: number, section: SectionKind, pack: RulePack, calendar: Partial<SchoolCalendar>): string {
  const paper = checked({ pack, calendar });
  paper.now = now;
  const decision = paper.decide(actors.graduate, 'SUBMIT_SECTION', fittingPayload(paper.state, 'SUBMIT_SECTION', section, now));
  return decision.accepted ? 'ACCEPTED' : decision.refusal.code;
}

const untilCutoff = packWith('graduateMaySubmitUntil', 'CUTOFF');

interface Deadline {
  readonly name: string;
  readonly section: SectionKind;
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly pack?: RulePack;
  readonly calendar?: Partial<SchoolCalendar>;
}

/** Each deadline is an instant; in time is `receivedAt < deadline` (X13). */
const deadlines: readonly Deadline[] = [
  {
    name: 'R56 the opening of the registration',
    section: 'DESTINATION',
    at: may1,
    before: 'WINDOW_NOT_OPEN',
    after: 'ACCEPTED',
    calendar: { registrationOpensAt: may1 },
  },
  {
    name: 'R56 the close of the registration',
    section: 'DESTINATION',
    at: june25,
    before: 'ACCEPTED',
    after: 'WINDOW_CLOSED',
    calendar: { registrationClosesAt: june25 },
  },
  {
    name: 'R56 the close of the registration, for the dossier',
    section: 'DOSSIER',
    at: june25,
    before: 'ACCEPTED',
    after: 'WINDOW_CLOSED',
    calendar: { registrationClosesAt: june25 },
  },
  {
    name: 'R56 a close of the dossier of its own',
    section: 'DOSSIER',
    at: june17,
    before: 'ACCEPTED',
    after: 'WINDOW_CLOSED',
    calendar: { registrationClosesAt: june25, dossierClosesAt: june17 },
  },
  { name: 'R57 X7 the departure of the pack', section: 'DESTINATION', at: departure, before: 'ACCEPTED', after: 'AFTER_DEPARTURE' },
  {
    name: 'X14 a departure of the school’s own',
    section: 'HUKOU',
    at: june25,
    before: 'ACCEPTED',
    after: 'AFTER_DEPARTURE',
    calendar: { departureAt: june25 },
  },
  { name: 'R55 the cutoff', section: 'DESTINATION', at: cutoff, before: 'ACCEPTED', after: 'AFTER_CUTOFF', pack: untilCutoff },
];

describe('deadlines of the registration', () => {
  it.each(deadlines)(
    'X13 $name: one millisecond before, at, and one after',
    ({ section, at, before, after, pack = nationalDefault, calendar = {} }) => {
      const answers = [-1, 0, 1].map((ms) => answerAt(at + ms, section, pack, calendar));
      expect(answers).toEqual([before, after, after]);
    },
  );

  it('R56 the close of the dossier alone leaves the other sections open', () => {
    expect(answerAt(june17, 'DESTINATION', nationalDefault, { dossierClosesAt: june17 })).toBe('ACCEPTED');
  });

  it('R55 the cutoff is 31 August 23:59:59 of the cohort’s year, inclusive', () => {
    expect(answerAt(shanghai('2027-08-31T23:59:59.999'), 'DOSSIER', untilCutoff, {})).toBe('ACCEPTED');
    expect(answerAt(shanghai('2027-09-01T00:00:00'), 'DOSSIER', untilCutoff, {})).toBe('AFTER_CUTOFF');
  });

  it('R56 the refusal names its clause', () => {
    const paper = checked({ calendar: { registrationClosesAt: june } });
    expect(paper.refusal(actors.graduate, 'SUBMIT_SECTION', fittingPayload(paper.state, 'SUBMIT_SECTION', 'DOSSIER', june))).toEqual({
      code: 'WINDOW_CLOSED',
      clause: 'R56',
    });
  });
});
