import type { CommandType } from '../../../domain/commands/command.ts';
import type { GraduateState } from '../../../domain/graduate/graduate-state.ts';
import { actors, type PaperActor } from './actors.ts';
import { findWaiting, fittingPayload } from './fitting-payloads.ts';
import { newGraduate } from './graduate-state.ts';
import { cutoff, dayMs, july, june, transferEnd } from './instants.ts';
import { returnPayload } from './journey.ts';
import { movesOf, type Move } from './moves.ts';
import { PaperRecord } from './paper-record.ts';

type Step = (paper: PaperRecord) => void;

const command =
  (
    actor: PaperActor,
    type: CommandType,
    payload: (state: GraduateState, now: number) => unknown = (state, now) => fittingPayload(state, type, null, now),
  ): Step =>
  (paper) => {
    const decision = paper.decide(actor, type, payload(paper.state, paper.now));
    if (decision.accepted) paper.apply(actor, type, payload(paper.state, paper.now));
  };

const correction = (changes: Readonly<Record<string, unknown>>) => () => ({ changes, reason: '学籍更正' });

/** Everything that anybody or the clock can do to the destination, the confirmation and the numbers for the dossier. */
const steps: readonly Step[] = [
  ...(
    [
      'CHECK_BASIC_INFORMATION',
      'DISPUTE_BASIC_INFORMATION',
      'REQUEST_ORIGIN_CORRECTION',
      'SUBMIT_SECTION',
      'REQUEST_VOID',
      'WITHDRAW_SUBMISSION',
      'CONFIRM',
      'DISPUTE',
      'RETRACT_DISPUTE',
      'ISSUE_GRANT',
      'CLOSE_GRANT',
    ] as const
  ).map((type) => command(actors.graduate, type)),
  command(actors.schoolAdmin, 'ANSWER_TICKET'),
  command(actors.schoolAdmin, 'REQUEST_EXCEPTION'),
  command(actors.province, 'ANSWER_EXCEPTION'),
  command(actors.province, 'ANSWER_EXCEPTION', ({ exceptions }) => ({
    granted: false,
    exceptionId: exceptions.find(({ status }) => status === 'REQUESTED')?.id,
    answer: '理由不足',
  })),
  command(actors.schoolAdmin, 'ENTER_SECTION'),
  command(actors.schoolAdmin, 'ISSUE_TRANSFER_NUMBER'),
  command(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION', correction({ name: '示例甲' })),
  command(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION', correction({ name: '示例乙' })),
  command(actors.schoolAdmin, 'CORRECT_BASIC_INFORMATION'),
  ...[actors.collegeReviewer, actors.schoolReviewer].flatMap((reviewer) => [
    command(reviewer, 'DECIDE_REVIEW'),
    command(reviewer, 'DECIDE_REVIEW', (state) => returnPayload(findWaiting(state)?.id ?? '')),
  ]),
  ...[july, cutoff + dayMs, transferEnd + dayMs].map((at): Step => (paper) => {
    if (at > paper.now) paper.advance(at);
  }),
];

/** What distinguishes two states as far as the transition tables are concerned. */
function keyOf({ state, now }: PaperRecord): string {
  const { current, latest } = state.sections.DESTINATION;
  const live = (items: readonly { status: string }[]) => items.some(({ status }) => status === 'ACTIVE');
  return [
    now,
    state.basicCheck,
    current !== null,
    latest?.intent,
    latest?.status,
    state.confirmation.status,
    live(state.grants),
    live(state.transferNumbers),
    state.openTickets.length,
    state.cutoffRecorded,
    state.ended,
    latest?.source,
    state.exceptions
      .map(({ status }) => status)
      .sort()
      .at(0),
  ].join();
}

/** Walks through every state that can be reached, and returns every change of status on the way. */
export function exploreMoves(): Move[] {
  const seen = new Map<string, Move>();
  const visited = new Set<string>();
  const waiting = [new PaperRecord({ state: newGraduate(), now: june })];
  for (let paper = waiting.pop(); paper; paper = waiting.pop()) {
    if (visited.has(keyOf(paper))) continue;
    visited.add(keyOf(paper));
    for (const step of steps) {
      const next = new PaperRecord({ state: paper.state, now: paper.now });
      step(next);
      for (const move of movesOf(paper.state, next.happened, next.now)) seen.set(Object.values(move).join(), move);
      if (!visited.has(keyOf(next))) waiting.push(next);
    }
  }
  return [...seen.values()];
}
