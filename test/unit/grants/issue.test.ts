import { actors } from '../../support/domain/actors.ts';
import { newGraduate } from '../../support/domain/graduate-state.ts';
import { july, june, minuteMs, october, shanghai, verificationEnd } from '../../support/domain/instants.ts';
import { confirmed, disputed, granted, registered } from '../../support/domain/journey.ts';
import { ofType, PaperRecord } from '../../support/domain/paper-record.ts';
import { packWith } from '../../support/domain/rule-packs.ts';

const payload = (kind = 'DOSSIER', endDate = '2027-07-10') => ({ kind, endDate });
const refusal = (paper: PaperRecord, kind?: string, endDate?: string) =>
  paper.refusal(actors.graduate, 'ISSUE_GRANT', payload(kind, endDate));
const issue = (paper: PaperRecord, kind?: string, endDate?: string) =>
  ofType(paper.apply(actors.graduate, 'ISSUE_GRANT', payload(kind, endDate)), 'GRANT_ISSUED')[0]!;

describe('R25–R29 a grant', () => {
  it('R25 R27 R29 lives from now to the end of the chosen day in Shanghai, with a number of its own, and the graduate is told', () => {
    const paper = confirmed();
    const told = paper.told.length;
    const { grant, number } = issue(paper);
    expect(grant).toEqual({ id: grant.id, kind: 'DOSSIER', status: 'ACTIVE', deadline: shanghai('2027-07-11T00:00:00'), issuedAt: june });
    expect(number).toMatch(/^VERIFICATION-/);
    expect(paper.state.grants).toEqual([grant]);
    expect(paper.told.slice(told)).toMatchObject([
      { recipientKind: 'GRADUATE', event: 'grant.issued', step: grant.id, params: { endsAt: '2027-07-10 23:59:59' } },
    ]);
  });

  it('R28 archive and hukou are separate grants with separate numbers and dates', () => {
    const paper = confirmed();
    const dossier = issue(paper, 'DOSSIER', '2027-07-10');
    const hukou = issue(paper, 'HUKOU', '2027-06-20');
    expect(hukou.number).not.toBe(dossier.number);
    expect(paper.state.grants.map(({ kind, deadline }) => [kind, deadline])).toEqual([
      ['DOSSIER', shanghai('2027-07-11T00:00:00')],
      ['HUKOU', shanghai('2027-06-21T00:00:00')],
    ]);
  });

  it('R28 there is one live grant of a kind', () => {
    const paper = confirmed();
    issue(paper);
    expect(refusal(paper)).toEqual({ code: 'GRANT_ALREADY_LIVE', clause: 'R28' });
    expect(paper.decide(actors.graduate, 'ISSUE_GRANT', payload('HUKOU')).accepted).toBe(true);
  });

  it('R11 needs 确认无误: neither 未上报, nor 未确认, nor 确认有误', () => {
    for (const paper of [registered({}, []), registered(), disputed()])
      expect(refusal(paper)).toEqual({ code: 'NOT_CONFIRMED', clause: 'R11' });
  });

  it('R12 X16 needs the hukou, or the dossier, in the school', () => {
    const paper = confirmed({ state: newGraduate({ hukouInSchool: false }) }, ['DESTINATION']);
    expect(refusal(paper, 'HUKOU')).toEqual({ code: 'HUKOU_NOT_IN_SCHOOL', clause: 'R12' });
    const other = confirmed({ state: newGraduate({ dossierInSchool: false }) }, ['DESTINATION']);
    expect(refusal(other, 'DOSSIER')).toEqual({ code: 'DOSSIER_NOT_IN_SCHOOL', clause: 'X16' });
  });

  it('R13 X1 needs no registered section, unless the pack says so', () => {
    expect(() => issue(confirmed({}, ['DESTINATION']))).not.toThrow();
    const strict = packWith('grantNeedsSection', true);
    expect(refusal(confirmed({ pack: strict }, ['DESTINATION']))).toEqual({
      code: 'SECTION_NOT_REGISTERED',
      clause: '省 grantNeedsSection',
    });
    expect(() => issue(confirmed({ pack: strict }, ['DESTINATION', 'DOSSIER']))).not.toThrow();
  });

  it('R55 X7 is issued after the cutoff as before: verification goes on', () => {
    const paper = confirmed();
    paper.now = october;
    expect(() => issue(paper, 'DOSSIER', '2027-12-31')).not.toThrow();
  });

  it('X20 is not issued after the end', () => {
    expect(refusal(new PaperRecord({ state: { ...confirmed().state, ended: true } }))).toEqual({ code: 'LIFECYCLE_ENDED', clause: 'X20' });
  });
});

describe('R26 X15 identity proofing', () => {
  it.each([
    ['never', null, false],
    ['10 minutes and 1 ms ago', 10 * minuteMs + 1, false],
    ['10 minutes ago', 10 * minuteMs, true],
    ['10 minutes less 1 ms ago', 10 * minuteMs - 1, true],
    ['now', 0, true],
  ])('R26 X15 proofed %s', (_, ago, fresh) => {
    const paper = confirmed();
    const decision = paper.decide(actors.graduate, 'ISSUE_GRANT', payload(), ago === null ? null : paper.now - ago);
    expect(decision.accepted ? 'ACCEPTED' : decision.refusal).toEqual(
      fresh ? 'ACCEPTED' : { code: 'PROOFING_REQUIRED', clause: 'R26, X15' },
    );
  });

  it('X15 the minutes are the pack’s', () => {
    const paper = confirmed({ pack: packWith('proofingFreshMinutes', 5) });
    expect(paper.refusal(actors.graduate, 'ISSUE_GRANT', payload(), paper.now - 6 * minuteMs).clause).toBe('省 proofingFreshMinutes');
  });

  it('R11 what is missing otherwise is said first: nobody is proofed for nothing', () => {
    expect(registered().refusal(actors.graduate, 'ISSUE_GRANT', payload(), null).code).toBe('NOT_CONFIRMED');
  });
});

describe('R27 R33 X25 the end date', () => {
  it('R27 a day that is over is refused; today is not', () => {
    const paper = confirmed();
    expect(refusal(paper, 'DOSSIER', '2027-06-09')).toEqual({ code: 'END_DATE_PAST', clause: 'R27', fields: ['endDate'] });
    expect(issue(paper, 'DOSSIER', '2027-06-10').grant.deadline).toBe(shanghai('2027-06-11T00:00:00'));
  });

  it('R29 X13 today is the day in Shanghai: one millisecond before midnight, at, and one after', () => {
    const answers = [-1, 0, 1].map((ms) => {
      const paper = confirmed();
      paper.now = shanghai('2027-06-11T00:00:00') + ms;
      const decision = paper.decide(actors.graduate, 'ISSUE_GRANT', payload('DOSSIER', '2027-06-10'));
      return decision.accepted ? 'ACCEPTED' : decision.refusal.code;
    });
    expect(answers).toEqual(['ACCEPTED', 'END_DATE_PAST', 'END_DATE_PAST']);
  });

  it.each([
    ['a week', '2027-06-17'],
    ['a month', '2027-07-10'],
    ['until the service ends', '2027-12-31'],
  ])('X25 %s is taken', (_, endDate) => {
    expect(() => issue(confirmed(), 'DOSSIER', endDate)).not.toThrow();
  });

  it('R33 X2 a day beyond the last of graduation + 6 months is refused', () => {
    expect(refusal(confirmed(), 'DOSSIER', '2028-01-01')).toEqual({ code: 'END_DATE_BEYOND_SERVICE', clause: 'R33', fields: ['endDate'] });
  });

  it('R33 X13 the service itself ends: one millisecond before, at, and one after', () => {
    const answers = [-1, 0, 1].map((ms) => {
      const paper = confirmed();
      paper.now = verificationEnd + ms;
      const decision = paper.decide(actors.graduate, 'ISSUE_GRANT', payload('DOSSIER', '2027-12-31'));
      return decision.accepted ? 'ACCEPTED' : `${decision.refusal.code} ${decision.refusal.clause}`;
    });
    expect(answers).toEqual(['ACCEPTED', 'SERVICE_ENDED R33', 'SERVICE_ENDED R33']);
  });

  it.each(['2027-02-30', '20270710', '2027-7-10', ''])('R27 "%s" is no day', (endDate) => {
    expect(refusal(confirmed(), 'DOSSIER', endDate)).toEqual({ code: 'INVALID_REQUEST', fields: ['endDate'] });
  });
});

describe('R30 R31 renewal', () => {
  it('R30 after the end the graduate grants anew, with a new number; the old grant is booked on the way', () => {
    const paper = confirmed();
    const first = issue(paper);
    paper.now = july;
    const events = paper.apply(actors.graduate, 'ISSUE_GRANT', payload('DOSSIER', '2027-08-10'));
    expect(events).toMatchObject([{ type: 'GRANT_ENDED', grantId: first.grant.id, status: 'EXPIRED' }, { type: 'GRANT_ISSUED' }]);
    expect(ofType(events, 'GRANT_ISSUED')[0]!.number).not.toBe(first.number);
    expect(paper.state.grants.map(({ status }) => status)).toEqual(['EXPIRED', 'ACTIVE']);
    expect(paper.toldSince(paper.told.length - 2)).toEqual(['GRADUATE grant.expired', 'GRADUATE grant.issued']);
  });

  it('R31 after a close the graduate may grant anew at once', () => {
    const paper = granted();
    paper.apply(actors.graduate, 'CLOSE_GRANT', { grantId: paper.state.grants[0]!.id });
    expect(() => issue(paper)).not.toThrow();
  });

  it('R32 after a change of the record the graduate confirms first, then grants anew', () => {
    const paper = granted();
    paper.apply(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION', { changes: { name: '示例更名' }, reason: '学籍更正' });
    expect(refusal(paper)).toEqual({ code: 'NOT_CONFIRMED', clause: 'R11' });
  });
});
