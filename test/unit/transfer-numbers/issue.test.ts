import { findLiveTransferNumber } from '../../../domain/transfer-numbers/transfer-number.ts';
import { actors } from '../../support/domain/actors.ts';
import { evidenceIds, newGraduate } from '../../support/domain/graduate-state.ts';
import { october, transferEnd } from '../../support/domain/instants.ts';
import { checked, granted, register, registered } from '../../support/domain/journey.ts';
import { ofType, PaperRecord } from '../../support/domain/paper-record.ts';
import { packWith } from '../../support/domain/rule-packs.ts';
import { employment, homeDossier } from '../../support/record/contents.ts';

const refusal = (paper: PaperRecord, kind = 'DOSSIER') => paper.refusal(actors.schoolAdmin, 'ISSUE_TRANSFER_NUMBER', { kind });
const issue = (paper: PaperRecord, kind = 'DOSSIER') =>
  ofType(paper.apply(actors.schoolAdmin, 'ISSUE_TRANSFER_NUMBER', { kind }), 'TRANSFER_NUMBER_ISSUED')[0]!;

describe('R36 R37 R38 R39 R42 R43 a transfer number', () => {
  it('R37 R42 needs an approved destination and no confirmation, and lives until 31 March of the second year', () => {
    const paper = registered();
    const { transferNumber, number } = issue(paper);
    expect(transferNumber).toEqual({ id: transferNumber.id, kind: 'DOSSIER', status: 'ACTIVE', deadline: transferEnd });
    expect(number).toMatch(/^TRANSFER-/);
    expect(paper.state.confirmation.status).toBe('UNCONFIRMED');
  });

  it('R36 the graduate is told nothing of it', () => {
    const paper = registered();
    const told = paper.told.length;
    issue(paper);
    expect(paper.told.slice(told)).toEqual([]);
  });

  it('R43 X6 there is one of each kind', () => {
    const paper = registered();
    expect(issue(paper, 'HUKOU').number).not.toBe(issue(paper, 'DOSSIER').number);
    expect(refusal(paper, 'DOSSIER')).toEqual({ code: 'TRANSFER_NUMBER_CURRENT', clause: 'R38' });
    expect(refusal(paper, 'HUKOU').code).toBe('TRANSFER_NUMBER_CURRENT');
  });

  it('R38 R39 what was invalidated is made anew, what is current is left alone', () => {
    const paper = granted();
    const before = paper.state.transferNumbers.map(({ id }) => id);
    register(paper, 'DOSSIER', { ...homeDossier, address: '示例路2号' });
    const { transferNumber } = issue(paper);
    expect(before).not.toContain(transferNumber.id);
    expect(paper.state.transferNumbers.map(({ status }) => status)).toEqual(['INVALIDATED', 'INVALIDATED', 'ACTIVE']);
    expect(refusal(paper).code).toBe('TRANSFER_NUMBER_CURRENT');
  });

  it('R37 X3 求职中 is enough by default; where the pack wants it settled, it is not', () => {
    const settled = packWith('transferNumberNeeds', 'SETTLED');
    expect(() => issue(registered())).not.toThrow();
    expect(refusal(registered({ pack: settled }))).toEqual({ code: 'DESTINATION_NOT_SETTLED', clause: '省 transferNumberNeeds' });
    const employed = checked({ pack: settled });
    register(employed, 'DESTINATION', employment, [evidenceIds.offer]);
    expect(() => issue(employed)).not.toThrow();
  });

  it('R37 without an approved destination there is none', () => {
    expect(refusal(checked())).toEqual({ code: 'DESTINATION_NOT_APPROVED', clause: 'R37, X3' });
    expect(refusal(registered({}, ['DOSSIER'])).code).toBe('DESTINATION_NOT_APPROVED');
  });

  it('R12 X16 a batch explains the skip: what is not in the school gets no number', () => {
    const paper = registered({ state: newGraduate({ dossierInSchool: false, hukouInSchool: false }) }, ['DESTINATION']);
    expect(refusal(paper, 'DOSSIER')).toEqual({ code: 'DOSSIER_NOT_IN_SCHOOL', clause: 'X16' });
    expect(refusal(paper, 'HUKOU')).toEqual({ code: 'HUKOU_NOT_IN_SCHOOL', clause: 'R12' });
  });

  it('R55 X7 is issued after the cutoff as before', () => {
    const paper = registered();
    paper.now = october;
    expect(() => issue(paper)).not.toThrow();
  });

  it('R42 X13 the service ends: one millisecond before, at, and one after', () => {
    const answers = [-1, 0, 1].map((ms) => {
      const paper = registered();
      paper.now = transferEnd + ms;
      const decision = paper.decide(actors.schoolAdmin, 'ISSUE_TRANSFER_NUMBER', { kind: 'DOSSIER' });
      return decision.accepted ? 'ACCEPTED' : `${decision.refusal.code} ${decision.refusal.clause}`;
    });
    expect(answers).toEqual(['ACCEPTED', 'SERVICE_ENDED R42', 'SERVICE_ENDED R42']);
  });

  it('R42 a number is live until the last millisecond of its service', () => {
    const paper = registered();
    const { transferNumber } = issue(paper);
    expect([-1, 0, 1].map((ms) => findLiveTransferNumber(paper.state.transferNumbers, 'DOSSIER', transferEnd + ms)?.id)).toEqual([
      transferNumber.id,
      undefined,
      undefined,
    ]);
    expect(findLiveTransferNumber(paper.state.transferNumbers, 'HUKOU', paper.now)).toBeUndefined();
  });

  it('X20 is not issued after the end', () => {
    expect(refusal(new PaperRecord({ state: { ...registered().state, ended: true } }))).toEqual({ code: 'LIFECYCLE_ENDED', clause: 'X20' });
  });
});
