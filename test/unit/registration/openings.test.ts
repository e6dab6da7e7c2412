import { actors } from '../../support/domain/actors.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { cutoff, dayMs, departure, july, june, shanghai } from '../../support/domain/instants.ts';
import { confirmed, submit } from '../../support/domain/journey.ts';
import { ofType, type PaperRecord } from '../../support/domain/paper-record.ts';
import { packWith } from '../../support/domain/rule-packs.ts';

const submission = (paper: PaperRecord) => {
  const decision = paper.decide(actors.graduate, 'SUBMIT_SECTION', fittingPayload(paper.state, 'SUBMIT_SECTION', 'DOSSIER', paper.now));
  return decision.accepted ? 'ACCEPTED' : decision.refusal.code;
};
const open = (endDate: string, section = 'DOSSIER') => ({ section, endDate, reason: '毕业生申请变更' });

function departed(now = july): PaperRecord {
  const paper = confirmed();
  paper.advance(now);
  return paper;
}

describe('X7 a section opened for the graduate', () => {
  it('X7 X13 lets the graduate submit this section until the end of its day, and no other', () => {
    const paper = departed();
    expect(submission(paper)).toBe('AFTER_DEPARTURE');
    const from = paper.told.length;
    paper.apply(actors.schoolAdmin, 'OPEN_SECTION', open('2027-07-25'));
    expect(paper.told.slice(from)).toMatchObject([
      { recipientKind: 'GRADUATE', event: 'section.opened', params: { section: 'DOSSIER', until: '2027-07-25 23:59:59' } },
    ]);
    const end = shanghai('2027-07-26T00:00:00');
    expect(
      [july, end - 1, end].map((now) => {
        paper.now = now;
        return submission(paper);
      }),
    ).toEqual(['ACCEPTED', 'ACCEPTED', 'AFTER_DEPARTURE']);
    paper.now = july;
    expect(paper.refusal(actors.graduate, 'SUBMIT_SECTION', fittingPayload(paper.state, 'SUBMIT_SECTION', 'HUKOU', july)).code).toBe(
      'AFTER_DEPARTURE',
    );
  });

  it('X7 R14 what was submitted under it is decided after its end', () => {
    const paper = departed();
    paper.apply(actors.schoolAdmin, 'OPEN_SECTION', open('2027-07-20'));
    const versionId = submit(
      paper,
      'DOSSIER',
      (fittingPayload(paper.state, 'SUBMIT_SECTION', 'DOSSIER', july) as { content: Record<string, unknown> }).content,
    );
    paper.advance(july + 5 * dayMs);
    paper.apply(actors.collegeReviewer, 'DECIDE_REVIEW', { decision: 'APPROVE', versionId });
    expect(paper.state.sections.DOSSIER.latest?.status).toBe('SCHOOL_REVIEW');
  });

  it('X7 R56 opens a closed window before departure too, but not the first gate', () => {
    const paper = confirmed({ calendar: { registrationClosesAt: june + dayMs } });
    paper.now = june + 2 * dayMs;
    expect(submission(paper)).toBe('WINDOW_CLOSED');
    paper.apply(actors.schoolAdmin, 'OPEN_SECTION', open('2027-06-20'));
    expect(submission(paper)).toBe('ACCEPTED');
    paper.state = { ...paper.state, basicCheck: 'PENDING' };
    expect(submission(paper)).toBe('BASIC_INFORMATION_NOT_CHECKED');
  });

  it('X7 R55 its day lies between today and the cutoff', () => {
    const paper = departed();
    const answer = (endDate: string) => paper.decide(actors.schoolAdmin, 'OPEN_SECTION', open(endDate));
    expect(answer('2027-07-19')).toEqual({ accepted: false, refusal: { code: 'END_DATE_PAST', clause: 'X7', fields: ['endDate'] } });
    expect(answer('2027-09-01')).toEqual({
      accepted: false,
      refusal: { code: 'END_DATE_BEYOND_CUTOFF', clause: 'X7', fields: ['endDate'] },
    });
    expect([answer('2027-07-20').accepted, answer('2027-08-31').accepted]).toEqual([true, true]);
    paper.now = cutoff;
    expect(paper.refusal(actors.schoolAdmin, 'OPEN_SECTION', open('2027-09-02')).code).toBe('AFTER_CUTOFF');
  });

  it('X7 there is one at a time; the school closes it early, once', () => {
    const paper = departed(departure);
    const [event] = ofType(paper.apply(actors.schoolAdmin, 'OPEN_SECTION', open('2027-08-01')), 'SECTION_OPENED');
    expect(paper.refusal(actors.schoolAdmin, 'OPEN_SECTION', open('2027-08-02'))).toEqual({ code: 'OPENING_ALREADY_LIVE', clause: 'X7' });
    paper.apply(actors.schoolAdmin, 'CLOSE_OPENING', { openingId: event!.opening.id });
    expect(submission(paper)).toBe('AFTER_DEPARTURE');
    expect(paper.refusal(actors.schoolAdmin, 'CLOSE_OPENING', { openingId: event!.opening.id })).toEqual({
      code: 'OPENING_NOT_LIVE',
      clause: 'X7',
    });
    paper.apply(actors.schoolAdmin, 'OPEN_SECTION', open('2027-08-02'));
  });

  it('X5 nobody opens to the graduate what the school alone enters', () => {
    const paper = confirmed({ pack: packWith('hukouEditor', 'SCHOOL') }, ['DESTINATION']);
    expect(paper.refusal(actors.schoolAdmin, 'OPEN_SECTION', open('2027-06-20', 'HUKOU')).code).toBe('HUKOU_EDITED_BY_SCHOOL');
  });
});

describe('X7 a graduate asks for an opening', () => {
  const request = { section: 'DOSSIER', reason: '接收单位变更' };

  it('X7 once departed, once for each section; the school is told, and its opening answers the request', () => {
    const paper = departed();
    const from = paper.told.length;
    const [ticket] = ofType(paper.apply(actors.graduate, 'REQUEST_OPENING', request), 'TICKET_OPENED');
    expect(ticket).toMatchObject({ kind: 'OPENING', fields: ['DOSSIER'], note: '接收单位变更', evidenceIds: [] });
    expect(paper.told.slice(from)).toMatchObject([{ recipientKind: 'SCHOOL', event: 'opening.requested', params: { section: 'DOSSIER' } }]);
    expect(paper.refusal(actors.graduate, 'REQUEST_OPENING', request)).toEqual({ code: 'TICKET_ALREADY_OPEN', clause: 'X7' });
    paper.apply(actors.graduate, 'REQUEST_OPENING', { ...request, section: 'HUKOU' });
    const events = paper.apply(actors.schoolAdmin, 'OPEN_SECTION', open('2027-07-25'));
    expect(events).toMatchObject([
      { type: 'SECTION_OPENED' },
      { type: 'TICKET_ANSWERED', ticketId: ticket!.ticketId, kind: 'OPENING', status: 'RESOLVED' },
    ]);
    expect(paper.told.slice(from + 2)).toMatchObject([{ recipientKind: 'GRADUATE', event: 'section.opened' }]);
    expect(paper.state.openTickets).toMatchObject([{ fields: ['HUKOU'] }]);
    expect(paper.refusal(actors.graduate, 'REQUEST_OPENING', request).code).toBe('OPENING_ALREADY_LIVE');
  });

  it('X7 the school refuses it with words, and cannot call it done without an opening', () => {
    const paper = departed();
    const [ticket] = ofType(paper.apply(actors.graduate, 'REQUEST_OPENING', request), 'TICKET_OPENED');
    const answer = (resolved: boolean) => ({ ticketId: ticket!.ticketId, resolved, answer: '请到学校办理' });
    expect(paper.refusal(actors.schoolAdmin, 'ANSWER_TICKET', answer(true))).toEqual({ code: 'OPENING_NOT_LIVE', clause: 'X7' });
    const from = paper.told.length;
    expect(paper.apply(actors.schoolAdmin, 'ANSWER_TICKET', answer(false))).toMatchObject([{ type: 'TICKET_ANSWERED', status: 'REFUSED' }]);
    expect(paper.told.slice(from)).toMatchObject([{ recipientKind: 'GRADUATE', event: 'opening.refused', params: { section: 'DOSSIER' } }]);
    expect([paper.state.basicCheck, paper.state.openTickets]).toEqual(['CHECKED', []]);
    paper.apply(actors.graduate, 'REQUEST_OPENING', request);
  });

  it('X7 R55 R56 is not needed while the window is open, comes too early before it, and too late after the cutoff', () => {
    const refusal = (paper: PaperRecord) => paper.refusal(actors.graduate, 'REQUEST_OPENING', request);
    const early = confirmed();
    expect(refusal(early)).toEqual({ code: 'OPENING_NOT_NEEDED', clause: 'X7' });
    expect(refusal(departed(cutoff)).code).toBe('AFTER_CUTOFF');
    const before = confirmed();
    before.calendar = { ...before.calendar, registrationOpensAt: june + dayMs };
    expect(refusal(before).code).toBe('WINDOW_NOT_OPEN');
  });

  it('X7 the province hears of a request of the school for an exception', () => {
    const paper = departed(cutoff + dayMs);
    const from = paper.told.length;
    paper.apply(actors.schoolAdmin, 'REQUEST_EXCEPTION', { scope: 'DOSSIER', reason: '单位拒收' });
    expect(paper.told.slice(from)).toMatchObject([
      {
        recipientKind: 'PROVINCE',
        recipientId: '00000000-0000-8000-8000-000000110000',
        event: 'exception.requested',
        params: { scope: 'DOSSIER' },
      },
    ]);
  });
});
