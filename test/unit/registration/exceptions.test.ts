import { actors } from '../../support/domain/actors.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { cutoff, dayMs, july, minuteMs, october, shanghai } from '../../support/domain/instants.ts';
import { confirmed, submit } from '../../support/domain/journey.ts';
import { ofType, type PaperRecord } from '../../support/domain/paper-record.ts';
import { packWith } from '../../support/domain/rule-packs.ts';
import { homeDossier } from '../../support/record/contents.ts';

const end = shanghai('2027-10-16T00:00:00');

/** After the cutoff, with an exception for a section until the end of 15 October. */
function excepted(scope = 'DOSSIER', options: Parameters<typeof confirmed>[0] = {}): PaperRecord {
  const paper = confirmed(options);
  paper.advance(october);
  const [asked] = ofType(paper.apply(actors.schoolAdmin, 'REQUEST_EXCEPTION', { scope, reason: '无法落户' }), 'EXCEPTION_REQUESTED');
  paper.apply(actors.province, 'ANSWER_EXCEPTION', { granted: true, exceptionId: asked!.exceptionId, endDate: '2027-10-15' });
  return paper;
}

const entry = (paper: PaperRecord, section = 'DOSSIER') =>
  paper.decide(actors.schoolReviewer, 'ENTER_SECTION', fittingPayload(paper.state, 'ENTER_SECTION', section, paper.now));
const enter = (paper: PaperRecord) =>
  ofType(
    paper.apply(actors.schoolReviewer, 'ENTER_SECTION', fittingPayload(paper.state, 'ENTER_SECTION', 'DOSSIER', paper.now)),
    'SECTION_SUBMITTED',
  )[0]!.version.id;
const outcomes = (paper: PaperRecord, at: readonly number[], ask: () => ReturnType<typeof entry>) =>
  at.map((now) => {
    paper.now = now;
    const decision = ask();
    return decision.accepted ? 'ACCEPTED' : decision.refusal.code;
  });

describe('X7 an exception after the cutoff', () => {
  it('X7 is asked for by the school once the cutoff has passed, and granted or refused by the province; the school is told', () => {
    const paper = confirmed();
    paper.now = cutoff - 1;
    expect(paper.refusal(actors.schoolAdmin, 'REQUEST_EXCEPTION', { scope: 'DOSSIER', reason: '无法落户' })).toEqual({
      code: 'EXCEPTION_NOT_NEEDED',
      clause: 'X7',
    });
    paper.advance(october);
    const [asked] = ofType(
      paper.apply(actors.schoolAdmin, 'REQUEST_EXCEPTION', { scope: 'DOSSIER', reason: '无法落户' }),
      'EXCEPTION_REQUESTED',
    );
    expect(paper.refusal(actors.schoolAdmin, 'REQUEST_EXCEPTION', { scope: 'DOSSIER', reason: '再次申请' }).code).toBe(
      'EXCEPTION_ALREADY_OPEN',
    );
    const from = paper.told.length;
    paper.apply(actors.province, 'ANSWER_EXCEPTION', { granted: false, exceptionId: asked!.exceptionId, answer: '理由不足' });
    expect(paper.told.slice(from)).toMatchObject([
      { recipientKind: 'SCHOOL', event: 'exception.answered', params: { status: 'REFUSED', until: null } },
    ]);
    expect(entry(paper)).toMatchObject({ accepted: false, refusal: { code: 'AFTER_CUTOFF' } });
    paper.apply(actors.schoolAdmin, 'REQUEST_EXCEPTION', { scope: 'DOSSIER', reason: '补充材料' });
  });

  it('X7 X13 opens its own section to the school until the end of its day: a millisecond before, at, and after', () => {
    const paper = excepted();
    expect(outcomes(paper, [october, end - 1, end, end + 1], () => entry(paper))).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'AFTER_CUTOFF',
      'AFTER_CUTOFF',
    ]);
    paper.now = october;
    expect(entry(paper, 'HUKOU')).toMatchObject({ accepted: false, refusal: { code: 'AFTER_CUTOFF' } });
  });

  it('X7 does not reach back before it was granted', () => {
    const paper = excepted();
    expect(outcomes(paper, [october - 1], () => entry(paper))).toEqual(['AFTER_CUTOFF']);
  });

  it('X7 R14 desks decide while it lasts, and what they approve has all its consequences', () => {
    const paper = excepted();
    const versionId = enter(paper);
    const decide = () => paper.decide(actors.schoolAdmin, 'DECIDE_REVIEW', { decision: 'APPROVE', versionId });
    expect(outcomes(paper, [end - 1, end], decide)).toEqual(['ACCEPTED', 'AFTER_CUTOFF']);
    paper.now = october;
    paper.apply(actors.schoolAdmin, 'DECIDE_REVIEW', { decision: 'APPROVE', versionId });
    expect(paper.state.confirmation.status).toBe('UNCONFIRMED');
  });

  it.each(['DEPARTURE', 'CUTOFF'] as const)('X7 the graduate needs an opening as well, which cannot outlast it (pack: %s)', (until) => {
    const paper = excepted('DOSSIER', { pack: packWith('graduateMaySubmitUntil', until) });
    const submission = () =>
      paper.decide(actors.graduate, 'SUBMIT_SECTION', fittingPayload(paper.state, 'SUBMIT_SECTION', 'DOSSIER', paper.now));
    expect(submission()).toMatchObject({ accepted: false, refusal: { code: until === 'DEPARTURE' ? 'AFTER_DEPARTURE' : 'AFTER_CUTOFF' } });
    expect(paper.refusal(actors.schoolAdmin, 'OPEN_SECTION', { section: 'DOSSIER', endDate: '2027-10-16', reason: '变更' }).code).toBe(
      'END_DATE_BEYOND_CUTOFF',
    );
    paper.apply(actors.schoolAdmin, 'OPEN_SECTION', { section: 'DOSSIER', endDate: '2027-10-15', reason: '变更' });
    expect(submission().accepted).toBe(true);
  });

  it('X7 for the basic information lets the school correct it', () => {
    const paper = excepted('BASIC_INFORMATION');
    expect(
      outcomes(paper, [october, end], () =>
        paper.decide(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION', { changes: { name: '示例更名' }, reason: '证件' }),
      ),
    ).toEqual(['ACCEPTED', 'AFTER_CUTOFF']);
  });

  it('X7 R33 ends with the service at the latest, and not before it begins', () => {
    const paper = confirmed();
    paper.advance(october);
    const [asked] = ofType(
      paper.apply(actors.schoolAdmin, 'REQUEST_EXCEPTION', { scope: 'DOSSIER', reason: '无法落户' }),
      'EXCEPTION_REQUESTED',
    );
    const answer = (endDate: string) =>
      paper.refusal(actors.province, 'ANSWER_EXCEPTION', { granted: true, exceptionId: asked!.exceptionId, endDate }).code;
    expect([answer('2027-10-09'), answer('2028-04-01')]).toEqual(['END_DATE_PAST', 'END_DATE_BEYOND_SERVICE']);
  });
});

describe('X7 R55 what lapses when', () => {
  it('X7 what was submitted under an exception lapses when it ends and not before; the school is told, of the graduate’s own the graduate too', () => {
    const paper = excepted();
    enter(paper);
    paper.advance(end - 1);
    expect(paper.state.sections.DOSSIER.latest?.status).toBe('SCHOOL_REVIEW');
    const from = paper.told.length;
    paper.advance(end + 30 * minuteMs);
    expect(paper.state.sections.DOSSIER.latest?.status).toBe('LAPSED');
    expect(paper.toldSince(from)).toEqual(['SCHOOL exception.lapsed']);
    const own = excepted();
    own.apply(actors.schoolAdmin, 'OPEN_SECTION', { section: 'DOSSIER', endDate: '2027-10-15', reason: '变更' });
    submit(own, 'DOSSIER', { ...homeDossier, address: '示例路3号' });
    const before = own.told.length;
    own.advance(end + 30 * minuteMs);
    expect(own.toldSince(before)).toEqual(['SCHOOL exception.lapsed', 'GRADUATE exception.lapsed']);
  });

  it('X7 a longer exception that follows keeps it open', () => {
    const paper = excepted();
    const versionId = enter(paper);
    paper.now = end + minuteMs / 2;
    const [asked] = ofType(
      paper.apply(actors.schoolAdmin, 'REQUEST_EXCEPTION', { scope: 'DOSSIER', reason: '仍需更改' }),
      'EXCEPTION_REQUESTED',
    );
    paper.apply(actors.province, 'ANSWER_EXCEPTION', { granted: true, exceptionId: asked!.exceptionId, endDate: '2027-11-15' });
    paper.advance(end + dayMs);
    expect(paper.state.sections.DOSSIER.latest?.status).toBe('SCHOOL_REVIEW');
    paper.apply(actors.schoolAdmin, 'DECIDE_REVIEW', { decision: 'APPROVE', versionId });
    expect(paper.state.sections.DOSSIER.current?.source).toBe('SCHOOL');
  });

  it('X7 the cutoff, booked late, spares the sections of an exception and nothing else', () => {
    const paper = confirmed();
    paper.now = july;
    for (const section of ['DOSSIER', 'HUKOU'] as const)
      paper.apply(actors.schoolReviewer, 'ENTER_SECTION', fittingPayload(paper.state, 'ENTER_SECTION', section, paper.now));
    paper.now = cutoff + 1;
    const [asked] = ofType(
      paper.apply(actors.schoolAdmin, 'REQUEST_EXCEPTION', { scope: 'DOSSIER', reason: '无法落户' }),
      'EXCEPTION_REQUESTED',
    );
    paper.apply(actors.province, 'ANSWER_EXCEPTION', { granted: true, exceptionId: asked!.exceptionId, endDate: '2027-10-15' });
    paper.advance(october);
    expect(paper.state).toMatchObject({
      cutoffRecorded: true,
      sections: { DOSSIER: { latest: { status: 'SCHOOL_REVIEW' } }, HUKOU: { latest: { status: 'LAPSED' } } },
    });
  });
});
