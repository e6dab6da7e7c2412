import { basicDigest } from '../../../domain/confirmation/record-digest.ts';
import { actors } from '../../support/domain/actors.ts';
import { unknownId } from '../../support/domain/graduate-state.ts';
import { checked } from '../../support/domain/journey.ts';
import { ofType, PaperRecord } from '../../support/domain/paper-record.ts';

const check = (paper: PaperRecord, digest = basicDigest(paper.state)) =>
  paper.decide(actors.graduate, 'CHECK_BASIC_INFORMATION', { digest });
const report = { fields: ['name', 'graduatedAt'], note: '姓名和毕业时间有误' };
const openTicket = (paper: PaperRecord): string =>
  ofType(paper.apply(actors.graduate, 'DISPUTE_BASIC_INFORMATION', report), 'TICKET_OPENED')[0]!.ticketId;
const reply = (ticketId: string, resolved = true) => ({ ticketId, resolved, answer: '已核实' });

describe('R6 the first gate', () => {
  it('R6 信息确认无误 opens it, and the stage moves on', () => {
    const paper = new PaperRecord();
    expect(paper.standing().stage).toBe('CHECKING');
    expect(paper.apply(actors.graduate, 'CHECK_BASIC_INFORMATION', { digest: basicDigest(paper.state) })).toEqual([
      { type: 'BASIC_INFORMATION_CHECKED' },
    ]);
    expect(paper.state).toMatchObject({ basicCheck: 'CHECKED', basicCheckedAt: paper.now, stage: 'REGISTERING' });
  });

  it('R6 R8 only what was shown is checked', () => {
    const paper = new PaperRecord();
    const seen = basicDigest(paper.state);
    paper.apply(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION', { changes: { gender: '2' }, reason: '学籍更正' });
    expect(check(paper, seen)).toEqual({ accepted: false, refusal: { code: 'RECORD_CHANGED' } });
    expect(check(paper).accepted).toBe(true);
  });

  it('R6 is answered once', () => {
    const refusal = { code: 'BASIC_INFORMATION_ALREADY_CHECKED', clause: 'R6' };
    expect(check(checked())).toEqual({ accepted: false, refusal });
    expect(checked().refusal(actors.graduate, 'DISPUTE_BASIC_INFORMATION', report)).toEqual(refusal);
  });

  it('R6 R54 有误 opens a ticket that names the fields, keeps the gate closed, and the school is told how many', () => {
    const paper = new PaperRecord();
    const ticketId = openTicket(paper);
    expect(paper.happened).toEqual([
      { type: 'TICKET_OPENED', ticketId, kind: 'BASIC_INFORMATION', ...report, proposed: null, evidenceIds: [] },
    ]);
    expect(paper.state).toMatchObject({
      basicCheck: 'DISPUTED',
      openTickets: [{ id: ticketId, kind: 'BASIC_INFORMATION', status: 'OPEN' }],
      stage: 'CHECKING',
    });
    expect(paper.told).toMatchObject([
      { recipientKind: 'SCHOOL', recipientId: paper.state.schoolId, event: 'basic_information.ticket_opened', params: { fieldCount: 2 } },
    ]);
    const refusal = { code: 'BASIC_INFORMATION_DISPUTED', clause: 'R6' };
    expect(check(paper)).toEqual({ accepted: false, refusal });
    expect(paper.refusal(actors.graduate, 'DISPUTE_BASIC_INFORMATION', report)).toEqual(refusal);
  });

  it.each([['salary'], ['constructor'], ['toString']])('R6 "%s" is no field of the basic information', (field) => {
    expect(new PaperRecord().refusal(actors.graduate, 'DISPUTE_BASIC_INFORMATION', { fields: ['name', field], note: '有误' })).toEqual({
      code: 'INVALID_REQUEST',
      fields: [field],
    });
  });

  it('R6 a report names a field and says what is wrong', () => {
    for (const payload of [
      { fields: [], note: '有误' },
      { fields: ['name'], note: ' ' },
      { fields: ['name'] },
      { fields: ['name'], note: '字'.repeat(501) },
    ]) {
      expect(new PaperRecord().refusal(actors.graduate, 'DISPUTE_BASIC_INFORMATION', payload).code).toBe('INVALID_REQUEST');
    }
  });

  it.each([
    [true, 'RESOLVED'],
    [false, 'REFUSED'],
  ] as const)('R6 R54 the answer of the school (%s) opens the question again, and the graduate is told', (resolved, status) => {
    const paper = new PaperRecord();
    const ticketId = openTicket(paper);
    const told = paper.told.length;
    expect(paper.apply(actors.schoolAdmin, 'ANSWER_TICKET', reply(ticketId, resolved))).toEqual([
      { type: 'TICKET_ANSWERED', ticketId, kind: 'BASIC_INFORMATION', status, answer: '已核实' },
      { type: 'BASIC_CHECK_REOPENED' },
    ]);
    expect(paper.state).toMatchObject({ basicCheck: 'PENDING', openTickets: [] });
    expect(paper.told.slice(told)).toMatchObject([
      { recipientKind: 'GRADUATE', event: 'basic_information.ticket_answered', params: { status } },
    ]);
    expect(check(paper).accepted).toBe(true);
  });

  it('R6 a ticket is answered once', () => {
    const paper = new PaperRecord();
    const ticketId = openTicket(paper);
    expect(paper.refusal(actors.schoolAdmin, 'ANSWER_TICKET', reply(unknownId))).toEqual({ code: 'TICKET_NOT_OPEN' });
    paper.apply(actors.schoolAdmin, 'ANSWER_TICKET', reply(ticketId));
    expect(paper.refusal(actors.schoolAdmin, 'ANSWER_TICKET', reply(ticketId))).toEqual({ code: 'TICKET_NOT_OPEN' });
  });

  it('X20 after the end nothing is checked, reported or answered', () => {
    const waiting = new PaperRecord();
    const ticketId = openTicket(waiting);
    const ended = (paper: PaperRecord) => new PaperRecord({ state: { ...paper.state, ended: true } });
    const refusal = { code: 'LIFECYCLE_ENDED', clause: 'X20' };
    expect(check(ended(new PaperRecord()))).toEqual({ accepted: false, refusal });
    expect(ended(new PaperRecord()).refusal(actors.graduate, 'DISPUTE_BASIC_INFORMATION', report)).toEqual(refusal);
    expect(ended(waiting).refusal(actors.schoolAdmin, 'ANSWER_TICKET', reply(ticketId))).toEqual(refusal);
  });
});
