import type { Role } from '../../../domain/access/role.ts';
import { Role as Roles } from '../../../domain/access/role.ts';
import { returnReasons } from '../../../domain/registration/return-reason.ts';
import { actors, bothDesks, type PaperActor } from '../../support/domain/actors.ts';
import { unknownId } from '../../support/domain/graduate-state.ts';
import { cutoff, july, minuteMs } from '../../support/domain/instants.ts';
import { approveAtCollege, approveAtSchool, checked, returnPayload, submit } from '../../support/domain/journey.ts';
import { packWith } from '../../support/domain/rule-packs.ts';
import type { PaperRecord } from '../../support/domain/paper-record.ts';
import { homeDossier, pendingDestination } from '../../support/record/contents.ts';

const withRole = (role: Role): PaperActor => ({ id: '00000000-0000-7000-a000-0000000000ff', role });
const approval = (versionId: string) => ({ decision: 'APPROVE', versionId });
const answer = (paper: PaperRecord, actor: PaperActor, payload: unknown) => {
  const decision = paper.decide(actor, 'DECIDE_REVIEW', payload);
  return decision.accepted ? 'ACCEPTED' : decision.refusal.code;
};

function atDesk(desk: 'COLLEGE' | 'SCHOOL'): { paper: PaperRecord; versionId: string } {
  const paper = checked();
  const versionId = submit(paper, 'DESTINATION', pendingDestination);
  if (desk === 'SCHOOL') approveAtCollege(paper, versionId);
  return { paper, versionId };
}

describe('R14 院审, then 校审', () => {
  it.each(Roles.options)('R14 the desk of the college: %s', (role) => {
    const { paper, versionId } = atDesk('COLLEGE');
    expect(answer(paper, withRole(role), approval(versionId))).toBe(
      role === 'COLLEGE_REVIEWER' || role === 'COLLEGE_ADMIN' ? 'ACCEPTED' : 'WRONG_DESK',
    );
  });

  it.each(Roles.options)('R14 the desk of the school: %s', (role) => {
    const { paper, versionId } = atDesk('SCHOOL');
    expect(answer(paper, withRole(role), approval(versionId))).toBe(
      role === 'SCHOOL_REVIEWER' || role === 'SCHOOL_ADMIN' ? 'ACCEPTED' : 'WRONG_DESK',
    );
  });

  it('R14 the college forwards, and nothing is in force yet', () => {
    const { paper, versionId } = atDesk('COLLEGE');
    expect(approveAtCollege(paper, versionId)).toEqual([
      { type: 'SECTION_FORWARDED', versionId, section: 'DESTINATION', by: actors.collegeReviewer.id },
    ]);
    expect(paper.state.sections.DESTINATION).toMatchObject({ current: null, latest: { status: 'SCHOOL_REVIEW' } });
    expect(paper.state.confirmation.status).toBe('NOT_REPORTED');
    expect(paper.told).toEqual([]);
  });

  it('R21 R54 the approval of the school reports the destination: 未上报 → 未确认, and the graduate is told', () => {
    const { paper, versionId } = atDesk('SCHOOL');
    approveAtSchool(paper, versionId);
    expect(paper.state.confirmation).toEqual({ status: 'UNCONFIRMED', changedAt: paper.now });
    expect(paper.told).toMatchObject([
      {
        recipientKind: 'GRADUATE',
        recipientId: paper.state.id,
        event: 'review.decided',
        step: versionId,
        params: { decision: 'APPROVED', desk: 'SCHOOL' },
      },
    ]);
  });

  it.each(['COLLEGE', 'SCHOOL'] as const)(
    'R14 R54 a return by the desk of the %s carries reason, words and fields, and the graduate is told',
    (desk) => {
      const { paper, versionId } = atDesk(desk);
      const reviewer = desk === 'COLLEGE' ? actors.collegeReviewer : actors.schoolReviewer;
      expect(paper.apply(reviewer, 'DECIDE_REVIEW', returnPayload(versionId, 'entityName'))).toMatchObject([
        {
          type: 'SECTION_RETURNED',
          versionId,
          section: 'DESTINATION',
          desk,
          reason: 'WRONG_UNIT',
          text: '单位名称与材料不一致',
          fields: ['entityName'],
        },
      ]);
      expect(paper.state.sections.DESTINATION.latest?.status).toBe('RETURNED');
      expect(paper.told).toMatchObject([{ event: 'review.decided', params: { decision: 'RETURNED', desk } }]);
    },
  );

  it('R14 a return needs a reason of the list, and words', () => {
    const { paper, versionId } = atDesk('COLLEGE');
    const wrong = [{ reason: 'BECAUSE' }, { text: '' }, { text: '字'.repeat(501) }, { fields: undefined }];
    for (const part of wrong)
      expect(answer(paper, actors.collegeReviewer, { ...returnPayload(versionId), ...part })).toBe('INVALID_REQUEST');
    for (const reason of Object.keys(returnReasons))
      expect(answer(paper, actors.collegeReviewer, { ...returnPayload(versionId), reason })).toBe('ACCEPTED');
  });

  it('R14 the names of the fields are names: they stand in the audit log in the clear', () => {
    const { paper, versionId } = atDesk('COLLEGE');
    for (const name of ['110105194912310028', '张三', 'entity name', '']) {
      expect(answer(paper, actors.collegeReviewer, { ...returnPayload(versionId), fields: [name] })).toBe('INVALID_REQUEST');
    }
  });

  it('R14 nobody reviews what they entered themselves', () => {
    const paper = checked();
    const { version } = { version: submit(paper, 'DOSSIER', homeDossier) };
    expect(paper.refusal({ id: actors.graduate.id, role: 'COLLEGE_REVIEWER' }, 'DECIDE_REVIEW', approval(version))).toEqual({
      code: 'SELF_REVIEW',
    });
  });

  it('R14 nobody sits at both desks for one submission', () => {
    const { paper, versionId } = atDesk('COLLEGE');
    paper.apply(bothDesks.college, 'DECIDE_REVIEW', approval(versionId));
    expect(paper.refusal(bothDesks.school, 'DECIDE_REVIEW', approval(versionId))).toEqual({ code: 'SELF_REVIEW' });
    expect(answer(paper, actors.schoolReviewer, approval(versionId))).toBe('ACCEPTED');
  });

  it('R14 a submission that was withdrawn, returned or approved is not decided again', () => {
    const withdrawn = atDesk('COLLEGE');
    withdrawn.paper.apply(actors.graduate, 'WITHDRAW_SUBMISSION', { versionId: withdrawn.versionId });
    const returned = atDesk('COLLEGE');
    returned.paper.apply(actors.collegeReviewer, 'DECIDE_REVIEW', returnPayload(returned.versionId));
    const approved = atDesk('SCHOOL');
    approveAtSchool(approved.paper, approved.versionId);
    for (const { paper, versionId } of [withdrawn, returned, approved]) {
      expect(paper.refusal(actors.schoolReviewer, 'DECIDE_REVIEW', approval(versionId))).toEqual({ code: 'SUBMISSION_CHANGED' });
    }
    expect(answer(checked(), actors.schoolReviewer, approval(unknownId))).toBe('SUBMISSION_CHANGED');
  });

  it('R56 X7 the desks work on after departure', () => {
    const { paper, versionId } = atDesk('COLLEGE');
    paper.now = july;
    expect(answer(paper, actors.collegeReviewer, approval(versionId))).toBe('ACCEPTED');
  });

  it('R55 X13 the desks close with the cutoff: one millisecond before, at, and one after', () => {
    const { paper, versionId } = atDesk('COLLEGE');
    const answers = [-1, 0, 1].map((ms) => {
      paper.now = cutoff + ms;
      return answer(paper, actors.collegeReviewer, approval(versionId));
    });
    expect(answers).toEqual(['ACCEPTED', 'AFTER_CUTOFF', 'AFTER_CUTOFF']);
    expect(paper.refusal(actors.collegeReviewer, 'DECIDE_REVIEW', approval(versionId))).toEqual({ code: 'AFTER_CUTOFF', clause: 'R55' });
  });

  const claimed = (by: string, minutes = 15) => {
    const { paper, versionId } = atDesk('COLLEGE');
    const { latest } = paper.state.sections.DESTINATION;
    const claim = { by, from: paper.now, until: paper.now + minutes * minuteMs };
    paper.state = { ...paper.state, sections: { ...paper.state.sections, DESTINATION: { current: null, latest: { ...latest!, claim } } } };
    return { paper, versionId, claim };
  };

  it('R14 a claim of somebody else binds from its first to its last millisecond, unless the reviewer takes over', () => {
    const { paper, versionId, claim } = claimed(actors.collegeAdmin.id);
    const at = (now: number) => {
      paper.now = now;
      return answer(paper, actors.collegeReviewer, approval(versionId));
    };
    expect([claim.from - 1, claim.from, claim.until - 1, claim.until].map(at)).toEqual([
      'ACCEPTED',
      'CLAIMED_BY_ANOTHER',
      'CLAIMED_BY_ANOTHER',
      'ACCEPTED',
    ]);
    paper.now = claim.from;
    expect(answer(paper, actors.collegeReviewer, { ...approval(versionId), takeOver: true })).toBe('ACCEPTED');
    expect(answer(paper, actors.collegeReviewer, { ...returnPayload(versionId), takeOver: true })).toBe('ACCEPTED');
    expect(answer(paper, actors.collegeReviewer, { ...approval(versionId), takeOver: false })).toBe('INVALID_REQUEST');
  });

  it('R14 a claim of one’s own does not bind, and it ends with the decision: the next desk is free', () => {
    const { paper, versionId } = claimed(actors.collegeReviewer.id);
    approveAtCollege(paper, versionId);
    expect(paper.state.sections.DESTINATION.latest?.claim).toBeNull();
    approveAtSchool(paper, versionId);
  });

  it('X26 where the pack says school only, the desk of the college has nothing to decide', () => {
    const paper = checked({ pack: packWith('reviewLevels', 'SCHOOL') });
    const versionId = submit(paper, 'DOSSIER', homeDossier);
    expect(paper.refusal(actors.collegeReviewer, 'DECIDE_REVIEW', approval(versionId))).toEqual({ code: 'WRONG_DESK', clause: 'R14' });
    approveAtSchool(paper, versionId);
    expect(paper.state.sections.DOSSIER.current?.id).toBe(versionId);
  });
});
