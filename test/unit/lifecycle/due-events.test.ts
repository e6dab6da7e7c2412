import { dueEvents, plannedSteps } from '../../../domain/lifecycle/due-events.ts';
import { jitterOf } from '../../../domain/lifecycle/jitter.ts';
import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import { actors } from '../../support/domain/actors.ts';
import { newGraduate, nextId } from '../../support/domain/graduate-state.ts';
import { cutoff, dayMs, june, minuteMs, shanghai, transferEnd, verificationEnd } from '../../support/domain/instants.ts';
import { approveAtCollege, checked, granted, registered, returnPayload, submit } from '../../support/domain/journey.ts';
import { ofType, PaperRecord } from '../../support/domain/paper-record.ts';
import { homeDossier, homeHukou, pendingDestination } from '../../support/record/contents.ts';

/** The instant at which a kind of event is booked. */
const bookedAt = (paper: PaperRecord, type: string) =>
  plannedSteps(paper.state, paper.context()).find(({ events }) => events[0]?.type === type)?.at ?? NaN;
const around = (paper: PaperRecord, at: number, type: string) =>
  [-1, 0, 1].map(
    (ms) => dueEvents(paper.state, { ...paper.context(), now: at + ms }, at + ms).filter((event) => event.type === type).length,
  );

describe('what the clock does', () => {
  it.each([
    ['R29 R30 the end of a grant', granted, 'GRANT_ENDED', shanghai('2027-07-11T00:00:00'), 2],
    ['R42 the end of a transfer number', granted, 'TRANSFER_NUMBER_ENDED', transferEnd, 2],
    [
      'R55 a cutoff that the sweep has missed, from the day after and within a week',
      registered,
      'CUTOFF_RECORDED',
      cutoff + dayMs,
      1,
      7 * dayMs,
    ],
    ['R42 X20 the end of the service', registered, 'SERVICE_ENDED', transferEnd, 1],
  ] as const)(
    '%s is booked once it is true, one to fifteen minutes later',
    (_, begin, type, deadline, count, spread: number = 15 * minuteMs) => {
      const paper = begin();
      const at = bookedAt(paper, type);
      // A minute for commands that were received just before (X13); the rest spreads many deadlines of one instant.
      expect(at).toBeGreaterThanOrEqual(spread === 15 * minuteMs ? deadline + minuteMs : deadline);
      expect(at).toBeLessThan(deadline + spread);
      expect(around(paper, at, type)).toEqual([0, count, count]);
    },
  );

  it('R14 X13 a review becomes overdue when its days are over: one millisecond before, at, and one after', () => {
    const paper = checked();
    submit(paper, 'DOSSIER', homeDossier);
    expect(around(paper, june + 3 * dayMs, 'REVIEW_OVERDUE')).toEqual([0, 1, 1]);
  });

  it('R14 R54 each desk has its own days, and the school is told once for each', () => {
    const pack = { ...nationalDefault, reviewDays: { ...nationalDefault.reviewDays, college: 2, school: 5, clause: 'R14' } };
    const paper = checked({ pack });
    const versionId = submit(paper, 'DOSSIER', homeDossier);
    expect(ofType(paper.advance(june + 2 * dayMs), 'REVIEW_OVERDUE')).toEqual([
      { type: 'REVIEW_OVERDUE', versionId, section: 'DOSSIER', desk: 'COLLEGE' },
    ]);
    expect(paper.state).toMatchObject({ overdue: true });
    expect(paper.told).toMatchObject([
      {
        recipientKind: 'SCHOOL',
        event: 'review.overdue',
        step: `${versionId}:COLLEGE`,
        params: { desk: 'COLLEGE', count: 1, oldestDays: 2 },
      },
    ]);
    expect(ofType(paper.advance(june + 3 * dayMs), 'REVIEW_OVERDUE')).toEqual([]);
    approveAtCollege(paper, versionId);
    expect(paper.state).toMatchObject({ overdue: false });
    expect(ofType(paper.advance(june + 8 * dayMs), 'REVIEW_OVERDUE')).toMatchObject([{ desk: 'SCHOOL' }]);
    expect(paper.toldSince(1).filter((line) => line.startsWith('SCHOOL'))).toEqual(['SCHOOL review.overdue']);
  });

  it('R55 at the cutoff what is still open lapses, at a desk or returned, and the graduate is told once', () => {
    const paper = checked();
    const college = submit(paper, 'DESTINATION', pendingDestination);
    const school = submit(paper, 'DOSSIER', homeDossier);
    approveAtCollege(paper, school);
    const returned = submit(paper, 'HUKOU', homeHukou);
    paper.apply(actors.collegeReviewer, 'DECIDE_REVIEW', returnPayload(returned));
    const told = paper.told.length;
    const events = paper.advance(cutoff + 9 * dayMs);
    expect(events[0]).toEqual({ type: 'CUTOFF_RECORDED' });
    expect(ofType(events, 'SECTION_LAPSED').map(({ versionId }) => versionId)).toEqual([college, school, returned]);
    expect(Object.values(paper.state.sections).map(({ latest }) => latest?.status)).toEqual(['LAPSED', 'LAPSED', 'LAPSED']);
    expect(paper.told.slice(told)).toMatchObject([
      { recipientKind: 'GRADUATE', event: 'cutoff.reached', params: { cutoffAt: '2027-08-31 23:59:59' } },
    ]);
    expect(paper.state).toMatchObject({ cutoffRecorded: true, stage: 'REGISTERING' });
  });

  it('R55 at the cutoff what is in force, withdrawn or voided stays as it is, and nobody is told', () => {
    const paper = registered();
    paper.apply(actors.graduate, 'WITHDRAW_SUBMISSION', { versionId: submit(paper, 'HUKOU', { ...homeHukou, region: '110105' }) });
    const [before, told] = [structuredClone(paper.state.sections), paper.told.length];
    expect(paper.advance(cutoff + 9 * dayMs)).toEqual([{ type: 'CUTOFF_RECORDED' }]);
    expect(paper.state.sections).toEqual(before);
    expect(paper.told.slice(told)).toEqual([]);
  });

  it('R14 R55 a review is not called overdue once the cutoff has lapsed it', () => {
    const paper = checked();
    submit(paper, 'DOSSIER', homeDossier);
    expect(paper.advance(cutoff + 9 * dayMs).map(({ type }) => type)).toEqual(['CUTOFF_RECORDED', 'SECTION_LAPSED']);
  });

  it('R33 R42 X20 the last booking ends the lifecycle and tells the graduate; after that the clock does nothing', () => {
    const paper = granted();
    paper.advance(verificationEnd + 20 * minuteMs);
    expect(paper.state.ended).toBe(false);
    const told = paper.told.length;
    expect(paper.advance(transferEnd + 20 * minuteMs).map(({ type }) => type)).toEqual([
      'TRANSFER_NUMBER_ENDED',
      'TRANSFER_NUMBER_ENDED',
      'SERVICE_ENDED',
    ]);
    expect(paper.toldSince(told)).toEqual(['GRADUATE service.ended']);
    expect(paper.state).toMatchObject({ ended: true, stage: 'ENDED' });
    expect(plannedSteps(paper.state, paper.context())).toEqual([]);
  });

  it.each([june, cutoff + dayMs, verificationEnd + dayMs, transferEnd + dayMs])(
    'X13 what is due is booked once: after an advance to %d nothing is due',
    (asOf) => {
      for (const begin of [() => new PaperRecord(), checked, registered, granted]) {
        const paper = begin();
        paper.advance(asOf);
        expect(plannedSteps(paper.state, paper.context()).filter(({ at }) => at <= asOf)).toEqual([]);
        expect(paper.advance(asOf)).toEqual([]);
      }
    },
  );
});

describe('X20 X21 who graduated in winter', () => {
  const winter = (graduatedAt: string) => checked({ state: newGraduate({ graduatedAt }), now: shanghai('2027-04-10T12:00:00') });

  it('X20 202612 in the cohort of 2027 ends with June 2027, before the cutoff, and lapses what is open then', () => {
    const paper = winter('202612');
    const versionId = submit(paper, 'DOSSIER', homeDossier);
    expect(bookedAt(paper, 'SERVICE_ENDED')).toBeGreaterThanOrEqual(shanghai('2027-07-01T00:00:00'));
    const told = paper.told.length;
    const events = paper.advance(shanghai('2027-07-01T00:20:00'));
    expect(events.filter(({ type }) => type !== 'REVIEW_OVERDUE' && type !== 'REMINDED')).toEqual([
      { type: 'SERVICE_ENDED' },
      { type: 'SECTION_LAPSED', versionId, section: 'DOSSIER' },
    ]);
    expect(paper.toldSince(told).filter((line) => line.startsWith('GRADUATE'))).toEqual(['GRADUATE service.ended']);
    expect(paper.state).toMatchObject({ ended: true, sections: { DOSSIER: { latest: { status: 'LAPSED' } } } });
  });

  it('X20 what lapses at the cutoff does not lapse again with the end', () => {
    const paper = winter('202702');
    submit(paper, 'DOSSIER', homeDossier);
    expect(ofType(paper.advance(shanghai('2028-05-01T00:00:00')), 'SECTION_LAPSED')).toHaveLength(1);
  });
});

describe('jitter', () => {
  it('R55 depends on the id alone, stays below the spread, and spreads', () => {
    const ids = Array.from({ length: 400 }, () => nextId());
    const found = ids.map((id) => jitterOf(id, 15 * minuteMs));
    expect(found).toEqual(ids.map((id) => jitterOf(id, 15 * minuteMs)));
    expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...found)).toBeLessThan(15 * minuteMs);
    expect(new Set(found).size).toBeGreaterThan(300);
  });
});
