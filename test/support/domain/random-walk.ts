import fc from 'fast-check';
import type { CommandType } from '../../../domain/commands/command.ts';
import type { GraduateState } from '../../../domain/graduate/graduate-state.ts';
import { actors, bothDesks, type PaperActor } from './actors.ts';
import { findWaiting, fittingPayload } from './fitting-payloads.ts';
import { unknownId } from './graduate-state.ts';
import { dayMs } from './instants.ts';
import { returnPayload } from './journey.ts';
import type { PaperRecord } from './paper-record.ts';

/** One step of a season: somebody does something, or time passes and the clock books what it made true. */
export type WalkStep =
  | { readonly kind: 'COMMAND'; readonly pick: number; /** Also where it will be refused. */ readonly blind: boolean }
  | { readonly kind: 'TIME'; readonly days: number };

export interface Attempt {
  readonly actor: PaperActor;
  readonly type: CommandType;
  readonly payload: (state: GraduateState, now: number) => unknown;
}

const fitting = (actor: PaperActor, type: CommandType, target: string | null = null): Attempt => ({
  actor,
  type,
  payload: (state, now) => fittingPayload(state, type, target, now),
});
const times = <T>(count: number, items: readonly T[]): T[] => Array.from({ length: count }, () => items).flat();
const { graduate, collegeReviewer, collegeAdmin, schoolReviewer, schoolAdmin, province } = actors;
const sections = ['DESTINATION', 'DOSSIER', 'HUKOU'] as const;
const kinds = ['DOSSIER', 'HUKOU'] as const;

/** What people try; what leads on is tried more often, or few seasons would get as far as a grant. */
const attempts: readonly Attempt[] = [
  ...times(4, [
    fitting(graduate, 'CHECK_BASIC_INFORMATION'),
    ...[collegeReviewer, schoolReviewer].map((reviewer) => fitting(reviewer, 'DECIDE_REVIEW')),
  ]),
  ...times(4, [fitting(graduate, 'CONFIRM'), ...kinds.map((kind) => fitting(graduate, 'ISSUE_GRANT', kind))]),
  ...times(
    2,
    sections.map((section) => fitting(graduate, 'SUBMIT_SECTION', section)),
  ),
  ...kinds.flatMap((kind) => [fitting(graduate, 'CLOSE_GRANT', kind), fitting(schoolAdmin, 'ISSUE_TRANSFER_NUMBER', kind)]),
  ...kinds.map((kind): Attempt => ({ actor: graduate, type: 'ISSUE_GRANT', payload: () => ({ kind, endDate: '2027-06-20' }) })),
  ...sections.map((section) => fitting(graduate, 'WITHDRAW_SUBMISSION', section)),
  ...(['DISPUTE_BASIC_INFORMATION', 'REQUEST_ORIGIN_CORRECTION', 'REQUEST_VOID', 'DISPUTE', 'RETRACT_DISPUTE'] as const).map((type) =>
    fitting(graduate, type),
  ),
  ...[collegeReviewer, schoolReviewer].map((actor): Attempt => ({
    actor,
    type: 'DECIDE_REVIEW',
    payload: (state) => returnPayload(findWaiting(state)?.id ?? unknownId),
  })),
  ...[bothDesks.college, bothDesks.school, collegeAdmin, graduate].map((actor) => fitting(actor, 'DECIDE_REVIEW')),
  ...times(2, [
    fitting(schoolAdmin, 'REQUEST_EXCEPTION', 'DESTINATION'),
    fitting(schoolAdmin, 'REQUEST_EXCEPTION', 'DOSSIER'),
    fitting(province, 'ANSWER_EXCEPTION', 'DESTINATION'),
    fitting(province, 'ANSWER_EXCEPTION', 'DOSSIER'),
  ]),
  fitting(schoolAdmin, 'REQUEST_EXCEPTION', 'BASIC_INFORMATION'),
  fitting(province, 'ANSWER_EXCEPTION', 'BASIC_INFORMATION'),
  {
    actor: province,
    type: 'ANSWER_EXCEPTION',
    payload: ({ exceptions }) => ({
      granted: false,
      exceptionId: exceptions.find(({ status }) => status === 'REQUESTED')?.id ?? unknownId,
      answer: '理由不足',
    }),
  },
  ...sections.flatMap((section) => [
    fitting(schoolReviewer, 'ENTER_SECTION', section),
    fitting(schoolAdmin, 'OPEN_SECTION', section),
    fitting(schoolAdmin, 'CLOSE_OPENING', section),
  ]),
  fitting(schoolAdmin, 'ENTER_VOID'),
  fitting(schoolReviewer, 'WITHDRAW_SUBMISSION', 'DOSSIER'),
  fitting(schoolAdmin, 'REMIND'),
  fitting(schoolAdmin, 'DECIDE_REVIEW'),
  fitting(schoolAdmin, 'ANSWER_TICKET'),
  fitting(schoolAdmin, 'CORRECT_BASIC_INFORMATION'),
  {
    actor: schoolAdmin,
    type: 'CORRECT_BASIC_INFORMATION',
    payload: ({ basic }) => ({ changes: { name: basic.name === '示例同学' ? '示例更名' : '示例同学' }, reason: '学籍更正' }),
  },
  { actor: graduate, type: 'CONFIRM', payload: () => ({ digest: '0'.repeat(64) }) },
  {
    actor: graduate,
    type: 'SUBMIT_SECTION',
    payload: () => ({ section: 'DOSSIER', content: { type: 'HOME', extra: 1 }, evidenceIds: [], basedOn: null }),
  },
];

const commandStep = fc.record({
  kind: fc.constant('COMMAND' as const),
  pick: fc.nat({ max: 100_000 }),
  blind: fc.integer({ min: 0, max: 5 }).map((die) => die === 0),
});
const timeStep = fc.record({ kind: fc.constant('TIME' as const), days: fc.constantFrom(0, 1, 1, 4, 4, 10, 60, 200) });

/** Steps of a season, most of them commands. */
export const walkSteps = (maxLength = 40): fc.Arbitrary<WalkStep[]> =>
  fc.array(fc.oneof({ weight: 14, arbitrary: commandStep }, { weight: 1, arbitrary: timeStep }), {
    minLength: Math.floor(maxLength / 2),
    maxLength,
    size: 'max',
  });

/** What a step comes to in a state: the first of the attempts, from `pick` on, that is not refused; any one when blind. */
export function attemptOf(paper: PaperRecord, { pick, blind }: Extract<WalkStep, { kind: 'COMMAND' }>): Attempt {
  // 37 has no divisor in common with the number of attempts, so that all of them come up.
  const order = attempts.map((_, index) => attempts[(pick + index * 37) % attempts.length]!);
  const open = blind
    ? undefined
    : order.find(({ actor, type, payload }) => paper.decide(actor, type, payload(paper.state, paper.now)).accepted);
  return open ?? order[0]!;
}

/** Does every step that is not refused. */
export function randomWalk(paper: PaperRecord, steps: readonly WalkStep[]): PaperRecord {
  for (const step of steps) {
    if (step.kind === 'TIME') {
      paper.advance(paper.now + step.days * dayMs);
      continue;
    }
    const { actor, type, payload } = attemptOf(paper, step);
    paper.now += 1_000;
    const body = payload(paper.state, paper.now);
    if (paper.decide(actor, type, body).accepted) paper.apply(actor, type, body);
  }
  return paper;
}
