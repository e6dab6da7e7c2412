import type { ConfirmationStatus } from '../../../domain/confirmation/status.ts';
import { actors } from '../../support/domain/actors.ts';
import { cutoff, shanghai, transferEnd, verificationEnd } from '../../support/domain/instants.ts';
import { approveAtCollege, approveAtSchool, granted, register } from '../../support/domain/journey.ts';
import { ofType, type PaperRecord } from '../../support/domain/paper-record.ts';
import { homeDossier, homeHukou } from '../../support/record/contents.ts';
import { withConfirmation } from '../../support/domain/with-confirmation.ts';

type Change = (paper: PaperRecord) => unknown;
interface Row {
  readonly event: string;
  readonly change: Change;
  /** Confirmation before → after; grants and transfer numbers of dossier and hukou after. */
  readonly confirmation: Readonly<Partial<Record<ConfirmationStatus, ConfirmationStatus>>>;
  readonly grants: readonly string[];
  readonly numbers: readonly string[];
}

const both = (status: string) => [status, status];
const stays = { CONFIRMED: 'CONFIRMED', UNCONFIRMED: 'UNCONFIRMED', DISPUTED: 'DISPUTED' } as const;
const unconfirms = { CONFIRMED: 'UNCONFIRMED', UNCONFIRMED: 'UNCONFIRMED', DISPUTED: 'UNCONFIRMED' } as const;

const voidDestination: Change = (paper) => {
  const versionId = paper.state.sections.DESTINATION.current!.id;
  const [event] = ofType(
    paper.apply(actors.graduate, 'REQUEST_VOID', { section: 'DESTINATION', versionId, note: '填报有误' }),
    'SECTION_SUBMITTED',
  );
  approveAtCollege(paper, event!.version.id);
  approveAtSchool(paper, event!.version.id);
};
const correct =
  (changes: Readonly<Record<string, unknown>>): Change =>
  (paper) =>
    paper.apply(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION', { changes, reason: '学籍更正' });
const forget =
  (section: 'DOSSIER', content: Record<string, unknown>): Change =>
  (paper) => {
    paper.state = { ...paper.state, sections: { ...paper.state.sections, [section]: { current: null, latest: null } } };
    register(paper, section, content);
  };

/** Section 15 of the rules, line by line. PDFs fail or hold with the number that is on them. */
const rows: readonly Row[] = [
  {
    event: 'R21 R32 R38 key field of 去向',
    change: (paper) => register(paper, 'DESTINATION', { code: '71' }),
    confirmation: unconfirms,
    grants: both('INVALIDATED'),
    numbers: both('INVALIDATED'),
  },
  {
    event: 'R21 R32 R38 X4 key field of 档案',
    change: (paper) => register(paper, 'DOSSIER', { ...homeDossier, unitName: '示例中心' }),
    confirmation: unconfirms,
    grants: both('INVALIDATED'),
    numbers: both('INVALIDATED'),
  },
  {
    event: 'R21 R32 R38 X4 key field of 户口',
    change: (paper) => register(paper, 'HUKOU', { ...homeHukou, region: '110105' }),
    confirmation: unconfirms,
    grants: both('INVALIDATED'),
    numbers: both('INVALIDATED'),
  },
  {
    event: 'X12 X17 non-key edit',
    change: (paper) => register(paper, 'DOSSIER', { ...homeDossier, postcode: '100190' }),
    confirmation: { ...stays, DISPUTED: 'UNCONFIRMED' },
    grants: both('ACTIVE'),
    numbers: both('ACTIVE'),
  },
  {
    event: 'X18 first approval of a section after a confirmation',
    change: forget('DOSSIER', homeDossier),
    confirmation: unconfirms,
    grants: both('INVALIDATED'),
    numbers: both('INVALIDATED'),
  },
  {
    event: 'X18 void of the destination',
    change: voidDestination,
    confirmation: { CONFIRMED: 'NOT_REPORTED', UNCONFIRMED: 'NOT_REPORTED', DISPUTED: 'NOT_REPORTED' },
    grants: both('INVALIDATED'),
    numbers: both('INVALIDATED'),
  },
  {
    event: 'R29 grant end date',
    change: (paper) => paper.advance(shanghai('2027-07-11T00:20:00')),
    confirmation: stays,
    grants: both('EXPIRED'),
    numbers: both('ACTIVE'),
  },
  {
    event: 'R31 grant closed',
    change: (paper) => paper.apply(actors.graduate, 'CLOSE_GRANT', { grantId: paper.state.grants[0]!.id }),
    confirmation: stays,
    grants: ['CLOSED', 'ACTIVE'],
    numbers: both('ACTIVE'),
  },
  {
    event: 'R33 graduation + 6 months',
    change: (paper) => paper.advance(verificationEnd + 20 * 60_000),
    confirmation: stays,
    grants: both('EXPIRED'),
    numbers: both('ACTIVE'),
  },
  {
    event: 'R42 31 March next year',
    change: (paper) => paper.advance(transferEnd + 20 * 60_000),
    confirmation: stays,
    grants: both('EXPIRED'),
    numbers: both('ENDED'),
  },
  {
    event: 'X12 base identity fixed by school',
    change: correct({ name: '示例更名' }),
    confirmation: unconfirms,
    grants: both('INVALIDATED'),
    numbers: both('INVALIDATED'),
  },
  {
    event: 'X12 X17 other basic information fixed by school',
    change: correct({ major: '逻辑学' }),
    confirmation: { ...stays, DISPUTED: 'UNCONFIRMED' },
    grants: both('ACTIVE'),
    numbers: both('ACTIVE'),
  },
];

const cases = rows.flatMap((row) =>
  Object.entries(row.confirmation).map(([before, after]) => ({ ...row, before: before as ConfirmationStatus, after })),
);

describe('section 15: what invalidates what', () => {
  it.each(cases)('$event: $before → $after, grants $grants, transfer numbers $numbers', ({ change, before, after, grants, numbers }) => {
    const paper = withConfirmation(granted(), before);
    change(paper);
    expect(paper.state.confirmation.status).toBe(after);
    expect(paper.state.grants.map(({ status }) => status)).toEqual(grants);
    expect(paper.state.transferNumbers.map(({ status }) => status)).toEqual(numbers);
  });

  it('X12 a retyped equal value is no change, in the basic information too', () => {
    const paper = granted();
    expect(
      paper.refusal(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION', { changes: { name: paper.state.basic.name }, reason: '核对' }).code,
    ).toBe('NO_CHANGE');
  });

  it('R21 R32 R54 the graduate is told once of both dead numbers and of the confirmation, and the school of its own', () => {
    const paper = granted();
    const told = paper.told.length;
    register(paper, 'DOSSIER', { ...homeDossier, unitName: '示例中心' });
    expect(paper.toldSince(told)).toEqual([
      'GRADUATE review.decided',
      'GRADUATE confirm.required_again',
      'GRADUATE grant.invalidated',
      'SCHOOL transfer_number.invalidated',
    ]);
    expect(paper.told.at(-2)).toMatchObject({ params: { kinds: ['DOSSIER', 'HUKOU'] } });
    expect(paper.told.slice(told)[1]).toMatchObject({ params: { cause: 'KEY_FIELD_CHANGED' } });
  });

  it('X17 the cause of leaving 确认有误 is the correction', () => {
    const paper = withConfirmation(granted(), 'DISPUTED');
    const events = register(paper, 'DOSSIER', { ...homeDossier, postcode: '100190' });
    expect(ofType(events, 'CONFIRMATION_CHANGED')).toMatchObject([{ from: 'DISPUTED', to: 'UNCONFIRMED', cause: 'CORRECTED' }]);
  });

  it('R29 a number that was over before the change is booked as over, not as invalidated', () => {
    const paper = granted();
    paper.now = shanghai('2027-06-12T12:00:00');
    paper.state = {
      ...paper.state,
      grants: paper.state.grants.map((grant, index) => (index === 0 ? { ...grant, deadline: paper.now } : grant)),
    };
    const events = register(paper, 'DOSSIER', { ...homeDossier, unitName: '示例中心' });
    expect(ofType(events, 'GRANT_ENDED').map(({ status }) => status)).toEqual(['EXPIRED', 'INVALIDATED']);
  });

  it('R55 the cutoff itself invalidates nothing: verification goes on', () => {
    const paper = granted();
    paper.state = { ...paper.state, grants: paper.state.grants.map((grant) => ({ ...grant, deadline: verificationEnd })) };
    paper.advance(cutoff + 9 * 86_400_000);
    expect(paper.state).toMatchObject({ cutoffRecorded: true, confirmation: { status: 'CONFIRMED' } });
    expect(paper.state.grants.map(({ status }) => status)).toEqual(both('ACTIVE'));
  });
});
