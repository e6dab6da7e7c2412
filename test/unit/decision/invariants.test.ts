import fc from 'fast-check';
import { lifecycleEnd, verificationServiceEnd } from '../../../domain/calendar/service-ends.ts';
import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import { plannedSteps } from '../../../domain/lifecycle/due-events.ts';
import { isInReview, sectionKinds } from '../../../domain/registration/section.ts';
import { allEvents } from '../../support/domain/all-events.ts';
import { granted } from '../../support/domain/journey.ts';
import { newGraduate } from '../../support/domain/graduate-state.ts';
import { dayMs } from '../../support/domain/instants.ts';
import { movesOf } from '../../support/domain/moves.ts';
import { PaperRecord } from '../../support/domain/paper-record.ts';
import { randomWalk, walkSteps, type WalkStep } from '../../support/domain/random-walk.ts';
import { packWith } from '../../support/domain/rule-packs.ts';

const statementKinds = ['DOSSIER', 'HUKOU'] as const;

const openStatuses: readonly string[] = ['COLLEGE_REVIEW', 'SCHOOL_REVIEW', 'RETURNED', 'WITHDRAWN', 'LAPSED'];

/** What is wrong with a state; names of the rules that it breaks. */
function faultsOf({ state, now, pack, happened }: PaperRecord, steps: number): string[] {
  const { DESTINATION } = state.sections;
  const live = state.grants.filter(({ status, deadline }) => status === 'ACTIVE' && now < deadline);
  const current = state.transferNumbers.filter(({ status }) => status === 'ACTIVE');
  const versions = sectionKinds.map((kind) => state.sections[kind]);
  const sound: Readonly<Record<string, boolean>> = {
    'R28 one live grant of a kind': statementKinds.every((kind) => live.filter((grant) => grant.kind === kind).length <= 1),
    'X6 one transfer number of a kind': statementKinds.every((kind) => current.filter((number) => number.kind === kind).length <= 1),
    'R11 R32 what lives was confirmed and has not changed since':
      live.length === 0 || pack.invalidateSectionOnly.value || state.confirmation.status === 'CONFIRMED',
    'R21 reported is what has a destination in force': (DESTINATION.current === null) === (state.confirmation.status === 'NOT_REPORTED'),
    'R37 a transfer number has a destination': current.every(({ deadline }) => now >= deadline) || DESTINATION.current !== null,
    'R33 no grant outlives the service': state.grants.every(({ deadline }) => deadline <= verificationServiceEnd(state.basic.graduatedAt)),
    'R14 what is in force was approved': versions.every(
      (section) => section.current === null || (section.current.status === 'APPROVED' && section.current.intent === 'SET'),
    ),
    'R14 what is not in force is open or done with': versions.every(
      ({ latest }) => latest === null || openStatuses.includes(latest.status),
    ),
    'R55 X7 nothing is at a desk after the cutoff or the end, but under an exception':
      !(state.cutoffRecorded || state.ended) ||
      versions.every(
        ({ latest }) =>
          latest === null ||
          !isInReview(latest.status) ||
          (!state.ended &&
            state.exceptions.some(
              ({ scope, status, until }) => scope === latest.section && status === 'GRANTED' && now < Number(until) + dayMs,
            )),
      ),
    'X7 one open request about a scope':
      new Set(state.exceptions.filter(({ status }) => status === 'REQUESTED').map(({ scope }) => scope)).size ===
      state.exceptions.filter(({ status }) => status === 'REQUESTED').length,
    'X7 one opening of a section at a time': sectionKinds.every(
      (kind) => state.openings.filter((opening) => opening.section === kind && now < opening.until).length <= 1,
    ),
    'X29 X7 one open request of a kind, and of a section':
      new Set(state.openTickets.map(({ kind, fields }) => (kind === 'OPENING' ? fields.join() : kind))).size === state.openTickets.length,
    'R6 disputed is what has an open ticket':
      (state.basicCheck === 'DISPUTED') === state.openTickets.some(({ kind }) => kind === 'BASIC_INFORMATION'),
    'X20 nothing ends early': !state.ended || now >= lifecycleEnd(state.basic.graduatedAt),
    'R22 the version counts what changed': state.version <= steps && (happened.length === 0) === (state.version === 0),
  };
  return Object.keys(sound).filter((rule) => !sound[rule]);
}

const packs = fc.constantFrom(
  nationalDefault,
  packWith('invalidateSectionOnly', true),
  packWith('reviewLevels', 'SCHOOL'),
  packWith('graduateMaySubmitUntil', 'CUTOFF'),
  packWith('transferNumberNeeds', 'SETTLED'),
);

describe('whatever happens, in whatever order', () => {
  it('R14 random seasons get everywhere: every type of event happens in many of them', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(walkSteps(), (walk) => {
        for (const type of new Set(randomWalk(new PaperRecord(), walk).happened.map((event) => event.type)))
          seen.set(type, (seen.get(type) ?? 0) + 1);
      }),
      { numRuns: 200, seed: 20_270_610 },
    );
    expect([...seen.keys()].sort()).toEqual([...new Set(allEvents(granted().state).map(({ type }) => type))].sort());
    expect(Math.min(...seen.values())).toBeGreaterThanOrEqual(2);
  });

  it('R11 R14 R21 R28 R32 R33 X20 the state is sound after every step', () => {
    fc.assert(
      fc.property(packs, fc.constantFrom('202706', '202612'), walkSteps(60), (pack, graduatedAt, walk) => {
        const paper = new PaperRecord({ state: newGraduate({ graduatedAt }), pack });
        walk.forEach((step: WalkStep, index) => {
          randomWalk(paper, [step]);
          const faults = faultsOf(paper, index + 1);
          if (faults.length > 0) throw new Error(faults.join('; '));
        });
      }),
      { numRuns: 150 },
    );
  });

  it('R54 X13 the clock never owes anything after it has run, so no timer spins', () => {
    fc.assert(
      fc.property(packs, walkSteps(50), (pack, walk) => {
        const paper = randomWalk(new PaperRecord({ pack }), walk);
        paper.advance(paper.now);
        expect(plannedSteps(paper.state, paper.context()).filter(({ at }) => at <= paper.now)).toEqual([]);
        expect(paper.advance(paper.now)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('R14 every status moves as its table says, and the evolved state holds no reference to what came before', () => {
    fc.assert(
      fc.property(walkSteps(50), (walk) => {
        const paper = new PaperRecord();
        for (const step of walk) {
          const before = paper.state;
          const copy = structuredClone(before);
          const from = paper.happened.length;
          randomWalk(paper, [step]);
          expect(before).toEqual(copy);
          for (const { from: was, to } of movesOf(before, paper.happened.slice(from), paper.now)) expect(was).not.toBe(to);
        }
      }),
      { numRuns: 40 },
    );
  });
});
