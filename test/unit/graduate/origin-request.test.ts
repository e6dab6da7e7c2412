import { actors } from '../../support/domain/actors.ts';
import { evidenceIds, unknownId } from '../../support/domain/graduate-state.ts';
import { cutoff } from '../../support/domain/instants.ts';
import { checked } from '../../support/domain/journey.ts';
import { ofType, PaperRecord } from '../../support/domain/paper-record.ts';

const request = { region: '310101', note: '户口已随家庭迁移', evidenceIds: [evidenceIds.hukouBooklet, evidenceIds.idCard] };
const refusal = (paper: PaperRecord, part: Record<string, unknown> = {}) =>
  paper.refusal(actors.graduate, 'REQUEST_ORIGIN_CORRECTION', { ...request, ...part });

describe('R19 X29 a wrong 生源地', () => {
  it('X29 is a request to the school with its own evidence; it closes no gate', () => {
    const paper = checked();
    const [event] = ofType(paper.apply(actors.graduate, 'REQUEST_ORIGIN_CORRECTION', request), 'TICKET_OPENED');
    expect(event).toMatchObject({
      kind: 'ORIGIN',
      fields: ['originRegion'],
      proposed: { originRegion: '310101' },
      evidenceIds: request.evidenceIds,
    });
    expect(paper.state).toMatchObject({ basicCheck: 'CHECKED', basic: { originRegion: '110108' }, openTickets: [{ kind: 'ORIGIN' }] });
    expect(paper.told).toMatchObject([{ recipientKind: 'SCHOOL', event: 'basic_information.ticket_opened', params: { fieldCount: 1 } }]);
  });

  it('R19 the school corrects and answers; the check of the basic information stays', () => {
    const paper = checked();
    const [event] = ofType(paper.apply(actors.graduate, 'REQUEST_ORIGIN_CORRECTION', request), 'TICKET_OPENED');
    paper.apply(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION', { changes: { originRegion: '310101' }, reason: '户口本' });
    expect(paper.apply(actors.schoolAdmin, 'ANSWER_TICKET', { ticketId: event!.ticketId, resolved: true, answer: '已更正' })).toMatchObject(
      [{ type: 'TICKET_ANSWERED', kind: 'ORIGIN' }],
    );
    expect(paper.state).toMatchObject({ basicCheck: 'CHECKED', basic: { originRegion: '310101' }, openTickets: [] });
  });

  it('X29 one request at a time', () => {
    const paper = checked();
    paper.apply(actors.graduate, 'REQUEST_ORIGIN_CORRECTION', request);
    expect(refusal(paper)).toEqual({ code: 'TICKET_ALREADY_OPEN', clause: 'X29' });
  });

  it('X29 may be made before the basic information is checked, and beside a report', () => {
    const paper = new PaperRecord();
    paper.apply(actors.graduate, 'DISPUTE_BASIC_INFORMATION', { fields: ['originRegion'], note: '有误' });
    paper.apply(actors.graduate, 'REQUEST_ORIGIN_CORRECTION', request);
    expect(paper.state.openTickets.map(({ kind }) => kind)).toEqual(['BASIC_INFORMATION', 'ORIGIN']);
    paper.apply(actors.schoolAdmin, 'ANSWER_TICKET', { ticketId: paper.state.openTickets[1]!.id, resolved: false, answer: '材料不清' });
    expect(paper.state).toMatchObject({ basicCheck: 'DISPUTED', openTickets: [{ kind: 'BASIC_INFORMATION' }] });
  });

  it('R19 needs one to three photographs of its own', () => {
    expect(refusal(checked(), { evidenceIds: [] })).toEqual({ code: 'INVALID_REQUEST', fields: ['evidenceIds'] });
    expect(refusal(checked(), { evidenceIds: Array(4).fill(evidenceIds.idCard) })).toEqual({
      code: 'INVALID_REQUEST',
      fields: ['evidenceIds'],
    });
    expect(refusal(checked(), { evidenceIds: [unknownId] })).toEqual({ code: 'EVIDENCE_UNKNOWN', fields: ['evidenceIds'] });
    expect(refusal(checked(), { evidenceIds: [evidenceIds.letter] }).code).toBe('EVIDENCE_UNKNOWN');
    expect(refusal(checked(), { evidenceIds: [evidenceIds.hukouBookletPdf] })).toEqual({
      code: 'EVIDENCE_MUST_BE_IMAGE',
      clause: 'R19',
      fields: ['evidenceIds'],
    });
  });

  it.each(['999999', '110199', '31010', 310101, undefined])('X29 %s is no region', (region) => {
    expect(refusal(checked(), { region })).toEqual({ code: 'INVALID_REQUEST', fields: ['region'] });
  });

  it('R55 X13 ends with the cutoff: one millisecond before, at, and one after', () => {
    const answers = [-1, 0, 1].map((ms) => {
      const paper = checked();
      paper.now = cutoff + ms;
      const decision = paper.decide(actors.graduate, 'REQUEST_ORIGIN_CORRECTION', request);
      return decision.accepted ? 'ACCEPTED' : `${decision.refusal.code} ${decision.refusal.clause}`;
    });
    expect(answers).toEqual(['ACCEPTED', 'AFTER_CUTOFF R55', 'AFTER_CUTOFF R55']);
  });

  it('X20 is not made after the end', () => {
    expect(refusal(new PaperRecord({ state: { ...checked().state, ended: true } }))).toEqual({ code: 'LIFECYCLE_ENDED', clause: 'X20' });
  });
});
