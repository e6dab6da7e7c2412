import { lifecycleEnd, transferServiceEnd, verificationServiceEnd } from '../../../domain/calendar/service-ends.ts';
import { formatDeadline } from '../../../domain/calendar/shanghai.ts';
import { Stage } from '../../../domain/lifecycle/stage.ts';
import { graduateIdOf, graduateWorkflowId } from '../../../domain/lifecycle/workflow-id.ts';
import { actors } from '../../support/domain/actors.ts';
import { newGraduate, nextId } from '../../support/domain/graduate-state.ts';
import { dayMs, june, shanghai, transferEnd } from '../../support/domain/instants.ts';
import {
  approveAtCollege,
  checked,
  confirmed,
  disputed,
  granted,
  registered,
  returnPayload,
  submit,
} from '../../support/domain/journey.ts';
import { PaperRecord } from '../../support/domain/paper-record.ts';
import { homeDossier, pendingDestination } from '../../support/record/contents.ts';

function inReview(): PaperRecord {
  const paper = checked();
  submit(paper, 'DESTINATION', pendingDestination);
  return paper;
}
function returned(): PaperRecord {
  const paper = checked();
  paper.apply(actors.collegeReviewer, 'DECIDE_REVIEW', returnPayload(submit(paper, 'DESTINATION', pendingDestination)));
  return paper;
}
function ended(): PaperRecord {
  const paper = granted();
  paper.advance(transferEnd + dayMs);
  return paper;
}

const stages: Record<Stage, () => PaperRecord> = {
  CHECKING: () => new PaperRecord(),
  REGISTERING: checked,
  IN_REVIEW: inReview,
  RETURNED: returned,
  CONFIRMING: registered,
  DISPUTED: disputed,
  CONFIRMED: confirmed,
  ENDED: ended,
};

describe('where a graduate stands', () => {
  it.each(Stage.options)('R54 stage %s', (stage) => {
    const paper = stages[stage]();
    expect(paper.standing().stage).toBe(stage);
    expect(paper.state.stage).toBe(stage);
  });

  it('R6 an open ticket is CHECKING again, whatever else there is', () => {
    const { state } = confirmed();
    expect(new PaperRecord({ state: { ...state, basicCheck: 'DISPUTED' } }).standing().stage).toBe('CHECKING');
  });

  it('R14 the confirmation speaks before an amendment', () => {
    const paper = confirmed();
    submit(paper, 'DESTINATION', { code: '71' });
    expect(paper.standing().stage).toBe('CONFIRMED');
  });

  it('R14 overdue speaks of any section', () => {
    const paper = confirmed();
    const versionId = submit(paper, 'DOSSIER', { ...homeDossier, address: '示例路2号' });
    paper.advance(june + 4 * dayMs);
    expect(paper.standing()).toMatchObject({ stage: 'CONFIRMED', overdue: true });
    approveAtCollege(paper, versionId);
    expect(paper.standing().overdue).toBe(false);
  });

  it('R54 the next deadline is the earliest of the plan, with the name of what comes', () => {
    const imported = shanghai('2027-05-03T10:00:00');
    expect(new PaperRecord({ now: imported }).standing()).toMatchObject({
      nextDeadline: shanghai('2027-05-07T09:00:00'),
      nextStep: 'REMINDED',
      version: 0,
    });
    const paper = checked();
    submit(paper, 'DOSSIER', homeDossier);
    expect(paper.standing()).toMatchObject({ nextDeadline: june + 3 * dayMs, nextStep: 'REVIEW_OVERDUE' });
  });

  it('X20 after the end nothing is next', () => {
    expect(ended().standing()).toMatchObject({ stage: 'ENDED', nextDeadline: null, nextStep: null });
  });

  it('R54 what leaves for the workflow is five plain facts', () => {
    expect(Object.keys(granted().standing()).sort()).toEqual(['nextDeadline', 'nextStep', 'overdue', 'stage', 'version']);
  });
});

describe('X20 the end of the lifecycle is the later of R33 and R42', () => {
  it.each([
    ['202306', '2023-12-31 23:59:59', '2024-03-31 23:59:59', '2024-03-31 23:59:59'],
    ['202210', '2023-04-30 23:59:59', '2023-03-31 23:59:59', '2023-04-30 23:59:59'],
    ['202212', '2023-06-30 23:59:59', '2023-03-31 23:59:59', '2023-06-30 23:59:59'],
    ['202301', '2023-07-31 23:59:59', '2024-03-31 23:59:59', '2024-03-31 23:59:59'],
    ['202308', '2024-02-29 23:59:59', '2024-03-31 23:59:59', '2024-03-31 23:59:59'],
  ])('R33 R42 X2 X20 graduation %s: verification until %s, transfer until %s, all until %s', (month, verification, transfer, all) => {
    expect([verificationServiceEnd(month), transferServiceEnd(month), lifecycleEnd(month)].map(formatDeadline)).toEqual([
      verification,
      transfer,
      all,
    ]);
  });

  it('X20 X21 the clock of a graduate of 202210 stands until May 2023, whatever the cohort', () => {
    const paper = new PaperRecord({
      state: newGraduate({ graduatedAt: '202210', enrolledAt: '201909' }, { cohort: 2023, createdAt: shanghai('2022-09-01T00:00:00') }),
      now: shanghai('2022-11-01T00:00:00'),
    });
    paper.advance(shanghai('2023-04-30T23:59:59'));
    expect(paper.state.ended).toBe(false);
    paper.advance(shanghai('2023-05-01T00:20:00'));
    expect(paper.state).toMatchObject({ ended: true, stage: 'ENDED' });
  });
});

describe('the id of the workflow', () => {
  it('X20 is a pair of functions', () => {
    const id = nextId();
    expect(graduateIdOf(graduateWorkflowId(id))).toBe(id);
    expect(graduateIdOf('roster-import-1')).toBeUndefined();
  });
});
