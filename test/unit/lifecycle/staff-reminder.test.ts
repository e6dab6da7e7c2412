import { actors } from '../../support/domain/actors.ts';
import { dayMs, june, october, shanghai } from '../../support/domain/instants.ts';
import { checked, confirmed, disputed, granted, registered, returnPayload, submit } from '../../support/domain/journey.ts';
import { ofType, PaperRecord } from '../../support/domain/paper-record.ts';
import { homeDossier, pendingDestination } from '../../support/record/contents.ts';

const remind = (paper: PaperRecord) => ofType(paper.apply(actors.schoolAdmin, 'REMIND', {}), 'REMINDED_BY_STAFF')[0]?.steps;
const refusal = (paper: PaperRecord) => paper.refusal(actors.schoolAdmin, 'REMIND', {}).code;

function returned(): PaperRecord {
  const paper = checked();
  paper.apply(actors.collegeReviewer, 'DECIDE_REVIEW', returnPayload(submit(paper, 'DESTINATION', pendingDestination)));
  return paper;
}

function atDesk(): PaperRecord {
  const paper = checked();
  submit(paper, 'DESTINATION', pendingDestination);
  return paper;
}

describe('X31 a reminder by counsellor or desk', () => {
  it.each([
    ['who has not checked', () => new PaperRecord(), ['NOT_CHECKED']],
    ['who has not registered', checked, ['NOT_REGISTERED']],
    ['whose submission was returned', returned, ['RETURNED_NOT_RESUBMITTED']],
    ['who has not confirmed', registered, ['NOT_CONFIRMED']],
    ['who has not granted', confirmed, ['NOT_GRANTED']],
  ] as const)('X31 %s is reminded of that, in a message of its own', (_, build, steps) => {
    const paper = build();
    const from = paper.told.length;
    expect(remind(paper)).toEqual(steps);
    expect(paper.told.slice(from)).toMatchObject([
      { recipientKind: 'GRADUATE', event: 'reminder.staff', step: '2027-06-10', params: { steps: steps.map((step) => ({ step })) } },
    ]);
  });

  it('X31 a return in another section is named beside what comes next', () => {
    const paper = registered({}, ['DESTINATION']);
    paper.apply(actors.collegeReviewer, 'DECIDE_REVIEW', returnPayload(submit(paper, 'DOSSIER', homeDossier)));
    expect(remind(paper)).toEqual(['RETURNED_NOT_RESUBMITTED', 'NOT_CONFIRMED']);
  });

  it.each([
    ['waits for a desk', atDesk],
    ['waits for the school', disputed],
    ['has done everything', granted],
  ] as const)('X31 who %s is not reminded', (_, build) => {
    expect(refusal(build())).toBe('NOTHING_TO_REMIND');
  });

  it('X31 R55 after the cutoff nobody is reminded of what is closed, but of confirming', () => {
    const late = (paper: PaperRecord) => {
      paper.advance(october);
      return paper;
    };
    expect(refusal(late(checked()))).toBe('NOTHING_TO_REMIND');
    expect(remind(late(registered()))).toEqual(['NOT_CONFIRMED']);
  });

  it('X31 at most once a day, whose midnight is Shanghai’s', () => {
    const paper = registered();
    remind(paper);
    const answers = [june + 1, shanghai('2027-06-11T00:00:00') - 1].map((now) => {
      paper.now = now;
      return refusal(paper);
    });
    expect(answers).toEqual(['REMINDED_TODAY', 'REMINDED_TODAY']);
    paper.now = shanghai('2027-06-11T00:00:00');
    expect(remind(paper)).toEqual(['NOT_CONFIRMED']);
    paper.now += dayMs;
    expect(remind(paper)).toEqual(['NOT_CONFIRMED']);
  });
});
