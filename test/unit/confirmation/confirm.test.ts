import { recordDigest } from '../../../domain/confirmation/record-digest.ts';
import { actors } from '../../support/domain/actors.ts';
import { newGraduate } from '../../support/domain/graduate-state.ts';
import { cutoff, october, shanghai } from '../../support/domain/instants.ts';
import { checked, confirmed, disputed, register, registered, submit } from '../../support/domain/journey.ts';
import { PaperRecord } from '../../support/domain/paper-record.ts';
import { homeDossier } from '../../support/record/contents.ts';

const wrong = { text: '单位名称有误', fields: ['entityName', 'DOSSIER.address'] };
const confirm = (paper: PaperRecord, digest = recordDigest(paper.state)) => paper.decide(actors.graduate, 'CONFIRM', { digest });
const dispute = (paper: PaperRecord, digest = recordDigest(paper.state)) => paper.decide(actors.graduate, 'DISPUTE', { digest, ...wrong });
const refused = (code: string, clause?: string) => ({ accepted: false, refusal: { code, ...(clause && { clause }) } });

describe('section 5: what the graduate does', () => {
  it('R21 R22 信息无误: 未确认 → 确认无误, with the digest of what was seen', () => {
    const paper = registered();
    const digest = recordDigest(paper.state);
    expect(paper.apply(actors.graduate, 'CONFIRM', { digest })).toEqual([
      { type: 'CONFIRMATION_CHANGED', from: 'UNCONFIRMED', to: 'CONFIRMED', cause: 'GRADUATE_CONFIRMED', digest, text: null, fields: [] },
    ]);
    expect(paper.state).toMatchObject({ confirmation: { status: 'CONFIRMED', changedAt: paper.now }, stage: 'CONFIRMED' });
  });

  it('R22 R54 信息有误: 未确认 → 确认有误, with words and fields, and the school is told', () => {
    const paper = registered();
    const told = paper.told.length;
    const digest = recordDigest(paper.state);
    expect(paper.apply(actors.graduate, 'DISPUTE', { digest, ...wrong })).toEqual([
      { type: 'CONFIRMATION_CHANGED', from: 'UNCONFIRMED', to: 'DISPUTED', cause: 'GRADUATE_DISPUTED', digest, ...wrong },
    ]);
    expect(paper.state).toMatchObject({ confirmation: { status: 'DISPUTED' }, stage: 'DISPUTED' });
    expect(paper.told.slice(told)).toMatchObject([{ recipientKind: 'SCHOOL', recipientId: paper.state.schoolId, event: 'dispute.opened' }]);
  });

  it('R21 X17 撤销确认: 确认有误 → 未确认, after which the graduate may confirm', () => {
    const paper = disputed();
    expect(paper.apply(actors.graduate, 'RETRACT_DISPUTE', {})).toMatchObject([
      { from: 'DISPUTED', to: 'UNCONFIRMED', cause: 'GRADUATE_RETRACTED' },
    ]);
    expect(confirm(paper).accepted).toBe(true);
  });

  it('X17 确认无误 → 确认有误 directly is not possible', () => {
    expect(dispute(confirmed())).toEqual(refused('ALREADY_CONFIRMED', 'X17'));
  });

  it('R21 nothing is confirmed twice, nor while disputed, nor before it is reported', () => {
    expect(confirm(confirmed())).toEqual(refused('ALREADY_CONFIRMED', 'X17'));
    expect(confirm(disputed())).toEqual(refused('DISPUTE_OPEN', 'R21'));
    expect(dispute(disputed())).toEqual(refused('DISPUTE_OPEN', 'R21'));
    for (const paper of [checked(), registered({}, ['DOSSIER', 'HUKOU'])]) {
      expect(confirm(paper)).toEqual(refused('NOTHING_REPORTED', 'R21'));
      expect(dispute(paper)).toEqual(refused('NOTHING_REPORTED', 'R21'));
    }
  });

  it.each([registered, confirmed, checked])('R21 without a dispute there is nothing to retract', (begin) => {
    expect(begin().refusal(actors.graduate, 'RETRACT_DISPUTE', {})).toEqual({ code: 'NO_DISPUTE', clause: 'R21' });
  });

  it('X11 an unsettled graduate (求职中) may confirm', () => {
    expect(confirm(registered({}, ['DESTINATION'])).accepted).toBe(true);
  });

  it('R12 X16 a graduate without dossier and hukou in the school confirms the destination alone', () => {
    const paper = registered({ state: newGraduate({ dossierInSchool: false, hukouInSchool: false }) }, ['DESTINATION']);
    expect(confirm(paper).accepted).toBe(true);
  });

  it('R23 the graduate confirms what was seen: a record that has changed since is refused', () => {
    const paper = registered();
    const seen = recordDigest(paper.state);
    register(paper, 'DOSSIER', { ...homeDossier, phone: '010-87654321' });
    expect(confirm(paper, seen)).toEqual(refused('RECORD_CHANGED'));
    expect(dispute(paper, seen)).toEqual(refused('RECORD_CHANGED'));
    expect(confirm(paper).accepted).toBe(true);
  });

  it('R23 a submission that is not in force plays no part in what is confirmed', () => {
    const paper = registered();
    const seen = recordDigest(paper.state);
    submit(paper, 'DOSSIER', { ...homeDossier, address: '示例路2号' });
    expect(confirm(paper, seen).accepted).toBe(true);
  });

  it('R6 the gate of the basic information stands before the confirmation', () => {
    const { state } = registered();
    expect(confirm(new PaperRecord({ state: { ...state, basicCheck: 'PENDING' } }))).toEqual(
      refused('BASIC_INFORMATION_NOT_CHECKED', 'R6'),
    );
    expect(dispute(new PaperRecord({ state: { ...state, basicCheck: 'DISPUTED' } }))).toEqual(refused('BASIC_INFORMATION_DISPUTED', 'R6'));
  });

  it('R22 a dispute says what is wrong', () => {
    const paper = registered();
    const digest = recordDigest(paper.state);
    for (const payload of [
      { digest, text: '', fields: ['entityName'] },
      { digest, text: '有误', fields: [] },
      { digest, text: '有误' },
      { digest, text: '字'.repeat(501), fields: ['x'] },
    ]) {
      expect(paper.refusal(actors.graduate, 'DISPUTE', payload).code).toBe('INVALID_REQUEST');
    }
  });

  it('X20 after the end nothing is confirmed, disputed or retracted', () => {
    const ended = (paper: PaperRecord) => new PaperRecord({ state: { ...paper.state, ended: true } });
    expect(confirm(ended(registered()))).toEqual(refused('LIFECYCLE_ENDED', 'X20'));
    expect(dispute(ended(registered()))).toEqual(refused('LIFECYCLE_ENDED', 'X20'));
    expect(ended(disputed()).refusal(actors.graduate, 'RETRACT_DISPUTE', {})).toEqual({ code: 'LIFECYCLE_ENDED', clause: 'X20' });
  });
});

describe('windows of the confirmation', () => {
  const opensAt = shanghai('2027-06-28T00:00:00');
  const closesAt = shanghai('2027-07-04T00:00:00');
  const answersAround = (at: number, calendar: { confirmationOpensAt?: number; confirmationClosesAt?: number }, what = confirm) =>
    [-1, 0, 1].map((ms) => {
      const paper = registered({ calendar });
      paper.now = at + ms;
      const decision = what(paper);
      return decision.accepted ? 'ACCEPTED' : `${decision.refusal.code} ${decision.refusal.clause}`;
    });

  it('R56 X13 the opening: one millisecond before, at, and one after', () => {
    expect(answersAround(opensAt, { confirmationOpensAt: opensAt })).toEqual(['WINDOW_NOT_OPEN R56', 'ACCEPTED', 'ACCEPTED']);
  });

  it('R56 X13 the close: one millisecond before, at, and one after', () => {
    expect(answersAround(closesAt, { confirmationClosesAt: closesAt })).toEqual(['ACCEPTED', 'WINDOW_CLOSED R56', 'WINDOW_CLOSED R56']);
  });

  it('R55 X7 after the cutoff nothing can be corrected, so nothing is disputed', () => {
    expect(answersAround(cutoff, {}, dispute)).toEqual(['ACCEPTED', 'AFTER_CUTOFF R55', 'AFTER_CUTOFF R55']);
  });

  it('X7 verification goes on after the cutoff, and so does the confirmation it needs', () => {
    const paper = registered();
    paper.now = october;
    expect(confirm(paper).accepted).toBe(true);
  });

  it('X17 a dispute may be retracted after the cutoff, or it could never be left', () => {
    const paper = disputed();
    paper.now = october;
    expect(paper.decide(actors.graduate, 'RETRACT_DISPUTE', {}).accepted).toBe(true);
  });
});
