import { contentDigest } from '../../../domain/content-digest.ts';
import { actors } from '../../support/domain/actors.ts';
import { newGraduate, evidenceIds, unknownId } from '../../support/domain/graduate-state.ts';
import { june } from '../../support/domain/instants.ts';
import { approveAtCollege, checked, register, registered, returnPayload, submit } from '../../support/domain/journey.ts';
import { ofType, type PaperRecord } from '../../support/domain/paper-record.ts';
import { packWith } from '../../support/domain/rule-packs.ts';
import { employment, homeDossier, pendingDestination } from '../../support/record/contents.ts';

const refusal = (paper: PaperRecord, payload: Record<string, unknown>) =>
  paper.refusal(actors.graduate, 'SUBMIT_SECTION', {
    section: 'DOSSIER',
    content: homeDossier,
    evidenceIds: [],
    basedOn: null,
    ...payload,
  });

describe('a submission', () => {
  it('R14 begins at the desk of the college, as a version from the graduate with the digest of its content', () => {
    const paper = checked();
    const id = submit(paper, 'DOSSIER', homeDossier);
    expect(paper.state.sections.DOSSIER).toEqual({
      current: null,
      latest: {
        id,
        section: 'DOSSIER',
        intent: 'SET',
        source: 'GRADUATE',
        status: 'COLLEGE_REVIEW',
        content: homeDossier,
        contentDigest: contentDigest(homeDossier),
        evidenceIds: [],
        submittedBy: actors.graduate.id,
        submittedAt: june,
        statusSince: june,
        overdueTold: false,
        collegeDecidedBy: null,
        reason: null,
        claim: null,
      },
    });
    expect(paper.told).toEqual([]);
  });

  it('X26 begins at the desk of the school where the graduate has no college', () => {
    const paper = checked({ state: newGraduate({}, { collegeId: null }) });
    submit(paper, 'DOSSIER', homeDossier);
    expect(paper.state.sections.DOSSIER.latest?.status).toBe('SCHOOL_REVIEW');
  });

  it('X26 begins at the desk of the school where the pack says school only', () => {
    const paper = checked({ pack: packWith('reviewLevels', 'SCHOOL') });
    submit(paper, 'DOSSIER', homeDossier);
    expect(paper.state.sections.DOSSIER.latest?.status).toBe('SCHOOL_REVIEW');
  });

  it('R14 an amendment leaves the version in force until it is approved', () => {
    const paper = registered();
    const before = paper.state.sections.DOSSIER.current;
    const id = submit(paper, 'DOSSIER', { ...homeDossier, address: '示例路2号' });
    approveAtCollege(paper, id);
    expect(paper.state.sections.DOSSIER.current).toEqual(before);
    expect(paper.state.sections.DOSSIER.latest).toMatchObject({ id, status: 'SCHOOL_REVIEW' });
  });

  it('R14 an approval names what it supersedes and the fields that differ', () => {
    const paper = registered();
    const supersedes = paper.state.sections.DOSSIER.current?.id;
    const [approval] = ofType(register(paper, 'DOSSIER', { ...homeDossier, address: '示例路2号', phone: null }), 'SECTION_APPROVED');
    expect(approval).toMatchObject({ supersedes, changedFields: ['address', 'phone'], keyChange: true });
    expect(paper.state.sections.DOSSIER).toMatchObject({ current: { id: approval!.versionId, status: 'APPROVED' }, latest: null });
  });

  it('R15 what is present and right may be skipped: the same content is not taken again', () => {
    const paper = registered();
    const basedOn = paper.state.sections.DOSSIER.current!.id;
    expect(refusal(paper, { basedOn })).toEqual({ code: 'NO_CHANGE', clause: 'R15' });
    expect(refusal(paper, { basedOn, content: { ...homeDossier, phone: '（010）12345678' } }).code).toBe('NO_CHANGE');
  });

  it('R15 other evidence for the same content is a change', () => {
    const paper = registered();
    const basedOn = paper.state.sections.DOSSIER.current!.id;
    expect(
      paper.decide(actors.graduate, 'SUBMIT_SECTION', {
        section: 'DOSSIER',
        content: homeDossier,
        evidenceIds: [evidenceIds.letter],
        basedOn,
      }).accepted,
    ).toBe(true);
  });

  it('R15 the same evidence in another order is none', () => {
    const paper = checked();
    register(paper, 'DESTINATION', employment, [evidenceIds.offer, evidenceIds.contractPdf]);
    const basedOn = paper.state.sections.DESTINATION.current!.id;
    expect(
      refusal(paper, { section: 'DESTINATION', content: employment, evidenceIds: [evidenceIds.contractPdf, evidenceIds.offer], basedOn })
        .code,
    ).toBe('NO_CHANGE');
  });

  it('R14 a form that began from another version is refused', () => {
    const paper = registered();
    expect(refusal(paper, { basedOn: null }).code).toBe('RECORD_CHANGED');
    expect(refusal(paper, { basedOn: unknownId }).code).toBe('RECORD_CHANGED');
    expect(refusal(checked(), { basedOn: unknownId }).code).toBe('RECORD_CHANGED');
  });

  it('R14 a wrong content is refused with the names of its fields', () => {
    expect(refusal(checked(), { content: { ...homeDossier, region: '110199', phone: 'x' } })).toEqual({
      code: 'INVALID_REQUEST',
      fields: ['region', 'phone'],
    });
  });

  it('R14 what was returned may be submitted again as it was, as a new version', () => {
    const paper = checked();
    const first = submit(paper, 'DESTINATION', pendingDestination);
    paper.apply(actors.collegeReviewer, 'DECIDE_REVIEW', returnPayload(first));
    const second = submit(paper, 'DESTINATION', pendingDestination);
    expect(second).not.toBe(first);
    expect(paper.state.sections.DESTINATION.latest).toMatchObject({ id: second, status: 'COLLEGE_REVIEW' });
  });
});

describe('withdrawal', () => {
  it.each(['COLLEGE_REVIEW', 'SCHOOL_REVIEW'])('R14 the graduate takes back what stands at %s', (status) => {
    const paper = checked();
    const versionId = submit(paper, 'DOSSIER', homeDossier);
    if (status === 'SCHOOL_REVIEW') approveAtCollege(paper, versionId);
    paper.apply(actors.graduate, 'WITHDRAW_SUBMISSION', { versionId });
    expect(paper.state.sections.DOSSIER).toMatchObject({ current: null, latest: { id: versionId, status: 'WITHDRAWN' } });
    expect(paper.told).toEqual([]);
  });

  it('R14 nothing is withdrawn twice, nor once it is decided', () => {
    const paper = registered();
    const versionId = submit(paper, 'DOSSIER', { ...homeDossier, address: '示例路2号' });
    paper.apply(actors.graduate, 'WITHDRAW_SUBMISSION', { versionId });
    for (const id of [versionId, paper.state.sections.DOSSIER.current!.id, unknownId]) {
      expect(paper.refusal(actors.graduate, 'WITHDRAW_SUBMISSION', { versionId: id })).toEqual({ code: 'NOTHING_TO_WITHDRAW' });
    }
    expect(paper.state.sections.DOSSIER.current?.content).toEqual(homeDossier);
  });

  it('R14 after a withdrawal the section is open again', () => {
    const paper = checked();
    paper.apply(actors.graduate, 'WITHDRAW_SUBMISSION', { versionId: submit(paper, 'DOSSIER', homeDossier) });
    expect(() => submit(paper, 'DOSSIER', homeDossier)).not.toThrow();
  });
});
