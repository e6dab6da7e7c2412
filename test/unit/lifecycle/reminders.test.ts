import { plannedReminders } from '../../../domain/lifecycle/reminders.ts';
import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import { actors } from '../../support/domain/actors.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { newGraduate } from '../../support/domain/graduate-state.ts';
import { dayMs, june, shanghai } from '../../support/domain/instants.ts';
import { checked, confirmed, disputed, granted, register, registered, returnPayload, submit } from '../../support/domain/journey.ts';
import { ofType, PaperRecord } from '../../support/domain/paper-record.ts';
import { packWith } from '../../support/domain/rule-packs.ts';
import { homeDossier, pendingDestination } from '../../support/record/contents.ts';

const planned = (paper: PaperRecord) => plannedReminders(paper.state, paper.context()).map(({ step, at }) => [step, at]);
const imported = shanghai('2027-05-03T10:00:00');
const fresh = () => new PaperRecord({ now: imported });
const grantsOnly = (paper: PaperRecord) => planned(paper).filter(([step]) => step === 'GRANT_ENDS');

describe('R54 when each step is due, at nine in the morning', () => {
  it('R54 not checked: 3 days after the import', () => {
    expect(planned(fresh())).toContainEqual(['NOT_CHECKED', shanghai('2027-05-07T09:00:00')]);
  });

  it('R54 not registered: 7 days after the check', () => {
    expect(planned(checked({ now: imported }))).toContainEqual(['NOT_REGISTERED', shanghai('2027-05-11T09:00:00')]);
  });

  it('R54 returned and not resubmitted: 3 days after the return, for each section', () => {
    const paper = checked();
    for (const [section, content] of [
      ['DESTINATION', pendingDestination],
      ['DOSSIER', homeDossier],
    ] as const) {
      paper.apply(actors.collegeReviewer, 'DECIDE_REVIEW', returnPayload(submit(paper, section, content)));
    }
    const due = ['RETURNED_NOT_RESUBMITTED', shanghai('2027-06-14T09:00:00')];
    expect(planned(paper).filter(([step]) => step === 'RETURNED_NOT_RESUBMITTED')).toEqual([due, due]);
  });

  it('R54 not confirmed: 3 days after the report', () => {
    expect(planned(registered())).toEqual([['NOT_CONFIRMED', shanghai('2027-06-14T09:00:00')]]);
  });

  it('R54 a grant ends: 3 days before, for each grant', () => {
    expect(grantsOnly(granted())).toEqual([
      ['GRANT_ENDS', shanghai('2027-07-08T09:00:00')],
      ['GRANT_ENDS', shanghai('2027-07-08T09:00:00')],
    ]);
  });

  it('R54 R56 the window ends: 7 days before departure', () => {
    expect(planned(fresh())).toContainEqual(['WINDOW_ENDS', shanghai('2027-06-24T09:00:00')]);
  });

  it('R56 X7 the window is the school’s own where it has one, and the cutoff where the pack lets submit until then', () => {
    const closing = new PaperRecord({ now: imported, calendar: { registrationClosesAt: shanghai('2027-06-18T00:00:00') } });
    expect(planned(closing)).toContainEqual(['WINDOW_ENDS', shanghai('2027-06-11T09:00:00')]);
    expect(planned(new PaperRecord({ now: imported, pack: packWith('graduateMaySubmitUntil', 'CUTOFF') }))).toContainEqual([
      'WINDOW_ENDS',
      shanghai('2027-08-25T09:00:00'),
    ]);
  });

  it('R54 the plan is data', () => {
    const pack = {
      ...nationalDefault,
      reminders: { ...nationalDefault.reminders, hour: 18, plan: [{ step: 'NOT_CHECKED' as const, days: 1 }] },
    };
    expect(planned(new PaperRecord({ now: imported, pack }))).toEqual([['NOT_CHECKED', shanghai('2027-05-04T18:00:00')]]);
  });
});

describe('R54 never after the matter is settled', () => {
  const steps = (paper: PaperRecord) => planned(paper).map(([step]) => step);

  it('R54 checked: no reminder to check; reported to the school: none either', () => {
    expect(steps(checked())).not.toContain('NOT_CHECKED');
    const paper = fresh();
    paper.apply(actors.graduate, 'DISPUTE_BASIC_INFORMATION', { fields: ['name'], note: '有误' });
    expect(steps(paper)).not.toContain('NOT_CHECKED');
  });

  it('R54 submitted, returned or in force: no reminder to register', () => {
    const paper = checked();
    expect(steps(paper)).toEqual(['NOT_REGISTERED', 'WINDOW_ENDS']);
    const versionId = submit(paper, 'DESTINATION', pendingDestination);
    expect(steps(paper)).toEqual([]);
    paper.apply(actors.collegeReviewer, 'DECIDE_REVIEW', returnPayload(versionId));
    expect(steps(paper)).toEqual(['RETURNED_NOT_RESUBMITTED']);
    register(paper, 'DESTINATION', pendingDestination);
    expect(steps(paper)).toEqual(['NOT_CONFIRMED']);
  });

  it('R54 withdrawn: the reminder to register is back', () => {
    const paper = checked();
    paper.apply(actors.graduate, 'WITHDRAW_SUBMISSION', { versionId: submit(paper, 'DESTINATION', pendingDestination) });
    expect(steps(paper)).toContain('NOT_REGISTERED');
  });

  it('R54 confirmed or disputed: no reminder to confirm', () => {
    expect(steps(confirmed())).toEqual([]);
    expect(steps(disputed())).toEqual([]);
  });

  it('R54 a grant that is closed is not spoken of', () => {
    const paper = granted();
    for (const { id } of paper.state.grants) paper.apply(actors.graduate, 'CLOSE_GRANT', { grantId: id });
    expect(steps(paper)).toEqual([]);
  });

  it('R54 a grant of two days has no reminder three days before its end', () => {
    const paper = confirmed();
    paper.apply(actors.graduate, 'ISSUE_GRANT', { kind: 'DOSSIER', endDate: '2027-06-10' });
    paper.advance(june + 9 * dayMs);
    expect(
      ofType(paper.happened, 'REMINDED')
        .flatMap(({ reminders }) => reminders)
        .filter(({ step }) => step === 'GRANT_ENDS'),
    ).toEqual([]);
  });

  it('X20 after the end there is none', () => {
    expect(planned(new PaperRecord({ state: newGraduate({}, { ended: true }) }))).toEqual([]);
  });

  it('R54 R55 what is late because nothing ran is not sent after its deadline', () => {
    const paper = granted();
    paper.advance(shanghai('2027-07-12T00:00:00'));
    expect(ofType(paper.happened, 'REMINDED')).toEqual([]);
    expect(paper.state.grants.map(({ status }) => status)).toEqual(['EXPIRED', 'EXPIRED']);
    const unchecked = fresh();
    unchecked.advance(shanghai('2027-09-02T00:00:00'));
    expect(ofType(unchecked.happened, 'REMINDED')).toEqual([]);
  });
});

describe('R54 at most once per step, in one daily message', () => {
  /** Lets the clock run day by day as the timer does: to the next instant of the plan. */
  function runUntil(paper: PaperRecord, end: number): void {
    for (let next = paper.standing().nextDeadline; next !== null && next <= end; next = paper.standing().nextDeadline) paper.advance(next);
  }

  it('R54 a graduate who does nothing hears of each step once', () => {
    const paper = fresh();
    runUntil(paper, shanghai('2028-06-01T00:00:00'));
    const reminded = ofType(paper.happened, 'REMINDED').flatMap(({ reminders }) => reminders.map(({ key }) => key));
    expect(reminded).toEqual(['NOT_CHECKED', 'WINDOW_ENDS']);
    expect(paper.told.filter(({ event }) => event === 'reminder.daily')).toHaveLength(2);
  });

  it('R54 two grants that end on one day are one message', () => {
    const paper = granted();
    const told = paper.told.length;
    runUntil(paper, shanghai('2027-07-08T12:00:00'));
    expect(paper.told.slice(told)).toMatchObject([
      { event: 'reminder.daily', params: { steps: [{ kind: 'DOSSIER' }, { kind: 'HUKOU' }] } },
    ]);
  });

  it('R54 a section that is returned twice is spoken of twice, a confirmation that is due again too', () => {
    const paper = checked();
    for (let round = 0; round < 2; round += 1) {
      paper.apply(actors.collegeReviewer, 'DECIDE_REVIEW', returnPayload(submit(paper, 'DOSSIER', homeDossier)));
      runUntil(paper, paper.now + 5 * dayMs);
      paper.now += 1;
    }
    const keys = ofType(paper.happened, 'REMINDED')
      .flatMap(({ reminders }) => reminders)
      .filter(({ step }) => step === 'RETURNED_NOT_RESUBMITTED')
      .map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });

  it('R54 the same advance again sends nothing', () => {
    const paper = fresh();
    const at = shanghai('2027-05-07T09:00:00');
    expect(ofType(paper.advance(at), 'REMINDED')).toHaveLength(1);
    expect(paper.advance(at)).toEqual([]);
    expect(fittingPayload(paper.state, 'CHECK_BASIC_INFORMATION', null, at)).toBeDefined();
  });
});
