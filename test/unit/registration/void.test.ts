import { actors } from '../../support/domain/actors.ts';
import { unknownId } from '../../support/domain/graduate-state.ts';
import {
  approveAtCollege,
  approveAtSchool,
  checked,
  confirmed,
  granted,
  register,
  registered,
  returnPayload,
  submit,
} from '../../support/domain/journey.ts';
import { ofType, type PaperRecord } from '../../support/domain/paper-record.ts';
import { pendingDestination, studyDestination } from '../../support/record/contents.ts';
import { evidenceIds } from '../../support/domain/graduate-state.ts';

const requestVoid = (paper: PaperRecord): string => {
  const versionId = paper.state.sections.DESTINATION.current!.id;
  const [event] = ofType(
    paper.apply(actors.graduate, 'REQUEST_VOID', { section: 'DESTINATION', versionId, note: '填报有误' }),
    'SECTION_SUBMITTED',
  );
  return event!.version.id;
};

describe('X18 void of a wrong approved destination', () => {
  it('X18 the request goes to both desks, and the destination stays in force meanwhile', () => {
    const paper = confirmed();
    const id = requestVoid(paper);
    expect(paper.state.sections.DESTINATION).toMatchObject({
      current: { status: 'APPROVED' },
      latest: { id, intent: 'VOID', status: 'COLLEGE_REVIEW', content: { note: '填报有误' } },
    });
    approveAtCollege(paper, id);
    expect(paper.state.sections.DESTINATION.current).not.toBeNull();
    expect(paper.state.confirmation.status).toBe('CONFIRMED');
  });

  it('X18 the approval leaves the section empty and the confirmation 未上报, and tells the graduate', () => {
    const paper = confirmed();
    const voids = paper.state.sections.DESTINATION.current!.id;
    const id = requestVoid(paper);
    approveAtCollege(paper, id);
    const told = paper.told.length;
    expect(approveAtSchool(paper, id)).toEqual([
      { type: 'SECTION_VOIDED', versionId: id, section: 'DESTINATION', voids },
      {
        type: 'CONFIRMATION_CHANGED',
        from: 'CONFIRMED',
        to: 'NOT_REPORTED',
        cause: 'DESTINATION_VOIDED',
        digest: null,
        text: null,
        fields: [],
      },
    ]);
    expect(paper.state.sections.DESTINATION).toEqual({ current: null, latest: null });
    expect(paper.state.stage).toBe('REGISTERING');
    expect(paper.told.slice(told)).toMatchObject([
      { recipientKind: 'GRADUATE', event: 'review.decided', params: { decision: 'VOIDED', section: 'DESTINATION' } },
    ]);
  });

  it('X18 a new destination is reported anew, and the graduate confirms anew', () => {
    const paper = granted();
    const id = requestVoid(paper);
    approveAtCollege(paper, id);
    approveAtSchool(paper, id);
    register(paper, 'DESTINATION', studyDestination, [evidenceIds.offer]);
    expect(paper.state.confirmation.status).toBe('UNCONFIRMED');
    expect(paper.state.grants.map(({ status }) => status)).toEqual(['INVALIDATED', 'INVALIDATED']);
  });

  it('X18 a returned request leaves the destination in force', () => {
    const paper = confirmed();
    const id = requestVoid(paper);
    paper.apply(actors.collegeReviewer, 'DECIDE_REVIEW', returnPayload(id));
    expect(paper.state.sections.DESTINATION).toMatchObject({
      current: { content: { code: '70' } },
      latest: { status: 'RETURNED', intent: 'VOID' },
    });
    expect(paper.state.confirmation.status).toBe('CONFIRMED');
  });

  it('X18 the request may be withdrawn', () => {
    const paper = registered();
    paper.apply(actors.graduate, 'WITHDRAW_SUBMISSION', { versionId: requestVoid(paper) });
    expect(paper.state.sections.DESTINATION).toMatchObject({ current: { status: 'APPROVED' }, latest: { status: 'WITHDRAWN' } });
  });

  it('X18 there must be something to void, and the very version that the graduate saw', () => {
    const payload = (versionId: string) => ({ section: 'DESTINATION', versionId, note: '填报有误' });
    expect(checked().decide(actors.graduate, 'REQUEST_VOID', payload(unknownId))).toEqual({
      accepted: false,
      refusal: { code: 'NOTHING_TO_VOID', clause: 'X18' },
    });
    expect(registered().refusal(actors.graduate, 'REQUEST_VOID', payload(unknownId)).code).toBe('RECORD_CHANGED');
  });

  it('X18 only a destination is voided', () => {
    const paper = registered();
    const versionId = paper.state.sections.DOSSIER.current!.id;
    expect(paper.refusal(actors.graduate, 'REQUEST_VOID', { section: 'DOSSIER', versionId, note: '填报有误' }).code).toBe(
      'INVALID_REQUEST',
    );
  });

  it('R14 a void waits for a submission in review, and a submission for a void', () => {
    const amending = registered();
    submit(amending, 'DESTINATION', { code: '71' });
    const versionId = amending.state.sections.DESTINATION.current!.id;
    expect(amending.refusal(actors.graduate, 'REQUEST_VOID', { section: 'DESTINATION', versionId, note: 'x' })).toEqual({
      code: 'ALREADY_IN_REVIEW',
      clause: 'R14',
    });
    const voiding = registered();
    requestVoid(voiding);
    expect(() => submit(voiding, 'DESTINATION', pendingDestination)).toThrow('ALREADY_IN_REVIEW');
  });
});
