import { sectionKinds } from '../../../domain/registration/section.ts';
import { actors } from '../../support/domain/actors.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { evidenceIds, newGraduate, unknownId } from '../../support/domain/graduate-state.ts';
import { cutoff, dayMs, july } from '../../support/domain/instants.ts';
import { approveAtCollege, approveAtSchool, confirmed, disputed, granted, returnPayload, submit } from '../../support/domain/journey.ts';
import { ofType, PaperRecord } from '../../support/domain/paper-record.ts';
import { packWith } from '../../support/domain/rule-packs.ts';
import { employment, homeDossier, pendingDestination } from '../../support/record/contents.ts';

const entry = (paper: PaperRecord, section: 'DESTINATION' | 'DOSSIER' | 'HUKOU' = 'DESTINATION') =>
  fittingPayload(paper.state, 'ENTER_SECTION', section, paper.now);
const enter = (paper: PaperRecord, payload = entry(paper)) =>
  ofType(paper.apply(actors.schoolReviewer, 'ENTER_SECTION', payload), 'SECTION_SUBMITTED')[0]!.version;
const approve = (paper: PaperRecord, versionId: string) =>
  paper.apply(actors.schoolAdmin, 'DECIDE_REVIEW', { decision: 'APPROVE', versionId });

describe('R16 the school acts for a graduate', () => {
  it.each(['fresh', 'after departure'])(
    'R16 X7 %s: an entry carries source, author and reason, and goes to the desk of the school',
    (when) => {
      const paper = new PaperRecord(when === 'fresh' ? {} : { now: july });
      expect(enter(paper)).toMatchObject({
        source: 'SCHOOL',
        submittedBy: actors.schoolReviewer.id,
        status: 'SCHOOL_REVIEW',
        reason: '毕业生来电，已核对材料',
      });
      expect(paper.state.sections.DESTINATION.current).toBeNull();
    },
  );

  it('R16 nobody approves their own entry; a second person does', () => {
    const paper = new PaperRecord();
    const { id } = enter(paper);
    expect(paper.refusal(actors.schoolReviewer, 'DECIDE_REVIEW', { decision: 'APPROVE', versionId: id })).toEqual({ code: 'SELF_REVIEW' });
    expect(
      paper.refusal({ ...actors.schoolReviewer, role: 'SCHOOL_ADMIN' }, 'DECIDE_REVIEW', { decision: 'APPROVE', versionId: id }),
    ).toEqual({ code: 'SELF_REVIEW' });
    approve(paper, id);
    expect(paper.state.sections.DESTINATION.current?.id).toBe(id);
  });

  it('R16 R21 R32 X17 X18 a key change returns the graduate to 未确认 and kills the numbers; the graduate is told which fields changed', () => {
    const paper = granted();
    const from = paper.told.length;
    const payload = { ...(entry(paper, 'DOSSIER') as object), content: { ...homeDossier, address: '示例路9号' } };
    approve(paper, enter(paper, payload).id);
    expect(paper.state.confirmation.status).toBe('UNCONFIRMED');
    expect(paper.state.grants.every(({ status }) => status === 'INVALIDATED')).toBe(true);
    expect(paper.told.slice(from)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          recipientKind: 'GRADUATE',
          event: 'registration.changed',
          params: { name: '示例同学', section: 'DOSSIER', by: 'SCHOOL', fields: ['address'] },
        }),
        expect.objectContaining({ recipientKind: 'GRADUATE', event: 'confirm.required_again' }),
      ]),
    );
    expect(paper.told.slice(from).some(({ event }) => event === 'review.decided')).toBe(false);
  });

  it('R21 X17 an edit that is not key leaves 确认无误, and leads out of 确认有误', () => {
    for (const [paper, after] of [
      [confirmed(), 'CONFIRMED'],
      [disputed(), 'UNCONFIRMED'],
    ] as const) {
      approve(paper, enter(paper, { ...(entry(paper, 'DOSSIER') as object), content: { ...homeDossier, note: '另一说明' } }).id);
      expect(paper.state.confirmation.status).toBe(after);
    }
  });

  it('X18 the school takes a destination back, with a second person', () => {
    const paper = confirmed();
    const { id } = ofType(
      paper.apply(actors.schoolReviewer, 'ENTER_VOID', fittingPayload(paper.state, 'ENTER_VOID', null, paper.now)),
      'SECTION_SUBMITTED',
    )[0]!.version;
    const from = paper.told.length;
    approve(paper, id);
    expect(paper.state).toMatchObject({
      confirmation: { status: 'NOT_REPORTED' },
      sections: { DESTINATION: { current: null, latest: null } },
    });
    expect(paper.toldSince(from)).toContain('GRADUATE registration.changed');
    const other = confirmed();
    expect(other.refusal(actors.schoolReviewer, 'ENTER_VOID', { versionId: unknownId, reason: '有误' })).toEqual({
      code: 'RECORD_CHANGED',
    });
  });

  it('R16 a return goes back to the school and not to the graduate, who is not reminded of it', () => {
    const paper = confirmed({}, ['DOSSIER', 'DESTINATION']);
    const { id } = enter(paper);
    const from = paper.told.length;
    paper.apply(actors.schoolAdmin, 'DECIDE_REVIEW', returnPayload(id));
    expect(paper.toldSince(from)).toEqual(['SCHOOL review.entry_returned']);
    paper.advance(paper.now + 10 * dayMs);
    expect(
      paper.told
        .slice(from)
        .filter(({ event }) => event === 'reminder.daily')
        .flatMap(({ params }) => (params as { steps: { step: string }[] }).steps.map(({ step }) => step)),
    ).not.toContain('RETURNED_NOT_RESUBMITTED');
    expect(new PaperRecord({ state: paper.state }).standing().stage).toBe('CONFIRMED');
  });

  it('R14 whoever entered takes it back; the graduate and others do not', () => {
    const paper = confirmed();
    const versionId = enter(paper).id;
    for (const actor of [actors.graduate, actors.schoolAdmin])
      expect(paper.refusal(actor, 'WITHDRAW_SUBMISSION', { versionId })).toEqual({ code: 'NOTHING_TO_WITHDRAW' });
    paper.apply(actors.schoolReviewer, 'WITHDRAW_SUBMISSION', { versionId });
    expect(paper.state.sections.DESTINATION.latest?.status).toBe('WITHDRAWN');
    const submitted = confirmed();
    const own = submit(submitted, 'DOSSIER', { ...homeDossier, address: '示例路2号' });
    expect(submitted.refusal(actors.schoolReviewer, 'WITHDRAW_SUBMISSION', { versionId: own })).toEqual({ code: 'NOTHING_TO_WITHDRAW' });
  });

  it('R12 R5 R55 X16 what is locked for everybody is locked for the school: absent, of the province, closed, in review', () => {
    const answer = (paper: PaperRecord, section: 'DESTINATION' | 'DOSSIER' | 'HUKOU') =>
      paper.refusal(actors.schoolReviewer, 'ENTER_SECTION', entry(paper, section)).code;
    expect(answer(new PaperRecord({ state: newGraduate({ dossierInSchool: false }) }), 'DOSSIER')).toBe('DOSSIER_NOT_IN_SCHOOL');
    expect(answer(new PaperRecord({ state: newGraduate({ hukouInSchool: false }) }), 'HUKOU')).toBe('HUKOU_NOT_IN_SCHOOL');
    expect(
      answer(
        new PaperRecord({ pack: packWith('routes', { DESTINATION: 'PROVINCIAL', DOSSIER: 'NATIONAL', HUKOU: 'NATIONAL' }) }),
        'DESTINATION',
      ),
    ).toBe('MAINTAINED_IN_PROVINCE');
    expect(answer(new PaperRecord({ now: cutoff }), 'DESTINATION')).toBe('AFTER_CUTOFF');
    const busy = confirmed();
    submit(busy, 'DOSSIER', { ...homeDossier, address: '示例路2号' });
    expect(answer(busy, 'DOSSIER')).toBe('ALREADY_IN_REVIEW');
  });

  it('R18 X5 R15 evidence, the change itself and its base are asked of the school as well; the hukou is the school’s where the pack says so', () => {
    const paper = new PaperRecord({ pack: packWith('hukouEditor', 'SCHOOL') });
    enter(paper, entry(paper, 'HUKOU'));
    const answer = (payload: object) =>
      paper.refusal(actors.schoolReviewer, 'ENTER_SECTION', {
        section: 'DESTINATION',
        evidenceIds: [],
        basedOn: null,
        reason: '核实',
        ...payload,
      });
    expect(answer({ content: employment }).code).toBe('EVIDENCE_REQUIRED');
    expect(answer({ content: employment, evidenceIds: [evidenceIds.letter] }).code).toBe('EVIDENCE_UNKNOWN');
    expect(answer({ content: pendingDestination, basedOn: unknownId }).code).toBe('RECORD_CHANGED');
    expect(answer({ content: { ...pendingDestination, extra: 1 } }).code).toBe('INVALID_REQUEST');
    expect(answer({ content: pendingDestination, reason: '' })).toEqual({ code: 'INVALID_REQUEST', fields: ['reason'] });
    const set = confirmed();
    expect(
      set.refusal(actors.schoolReviewer, 'ENTER_SECTION', {
        section: 'DOSSIER',
        content: homeDossier,
        evidenceIds: [],
        basedOn: set.state.sections.DOSSIER.current!.id,
        reason: '核实',
      }).code,
    ).toBe('NO_CHANGE');
  });
});

describe('X26 a school without colleges', () => {
  it('X26 has one level by itself, whatever the pack says: the desk of the school decides what a graduate submits', () => {
    const paper = new PaperRecord({ state: newGraduate({}, { collegeId: null, basicCheck: 'CHECKED' }) });
    for (const section of sectionKinds) {
      const { content } = fittingPayload(paper.state, 'SUBMIT_SECTION', section, paper.now) as { content: Record<string, unknown> };
      const versionId = submit(paper, section, content);
      expect(paper.state.sections[section].latest?.status).toBe('SCHOOL_REVIEW');
      expect(() => approveAtCollege(paper, versionId)).toThrow('WRONG_DESK');
      approveAtSchool(paper, versionId);
    }
    expect(paper.state.confirmation.status).toBe('UNCONFIRMED');
  });
});
