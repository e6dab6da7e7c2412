import type { CommandPayload } from '../commands/command.ts';
import {
  accept,
  refuse,
  type Decider,
  type Decision,
  type DecisionContext,
  type GuardContext,
  type Refusal,
} from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { checkContent } from './check-content.ts';
import { refuseClosedModule, refuseFixedSection, refuseSubmission } from './guards.ts';
import { newSubmission } from './new-submission.ts';
import { findInReview, sectionKinds, type SectionContent, type SectionKind, type SubmissionIntent } from './section.ts';

/** R14, R15, R17, R18: a graduate submits a section; the version in force stays until this one is approved. */
export const decideSubmission: Decider<CommandPayload<'SUBMIT_SECTION'>> = (state, payload, context) => {
  const { section } = payload;
  const locked = refuseSubmission(state, section, context);
  if (locked) return { accepted: false, refusal: locked };
  const checked = checkContent(state, payload, context);
  if (!checked.ok) return { accepted: false, refusal: checked.refusal };
  return submitted(state, context, section, 'SET', checked.content, payload.evidenceIds);
};

/** F2: a wrong approved destination is taken back by a request that both desks approve. */
export const decideVoidRequest: Decider<CommandPayload<'REQUEST_VOID'>> = (state, payload, context) => {
  const locked = refuseSubmission(state, payload.section, context);
  if (locked) return { accepted: false, refusal: locked };
  const { current } = state.sections[payload.section];
  if (!current) return refuse('NOTHING_TO_VOID', { clause: 'X18' });
  if (current.id !== payload.versionId) return refuse('RECORD_CHANGED');
  return submitted(state, context, payload.section, 'VOID', { note: payload.note }, []);
};

/** Whoever submitted takes back what no desk has decided yet: the graduate their own, staff what they entered (R16). */
export const decideWithdrawal: Decider<CommandPayload<'WITHDRAW_SUBMISSION'>> = (state, payload, context) => {
  const section = sectionKinds.find((kind) => findInReview(state.sections[kind])?.id === payload.versionId);
  if (!section) return refuse('NOTHING_TO_WITHDRAW');
  const locked = refuseWithdrawal(state, section, context, context.actor);
  return locked ? { accepted: false, refusal: locked } : accept({ type: 'SECTION_WITHDRAWN', versionId: payload.versionId, section });
};

/** May this person take back what is at a desk of a section now? */
export function refuseWithdrawal(
  state: GraduateState,
  section: SectionKind,
  context: GuardContext,
  actor?: DecisionContext['actor'],
): Refusal | undefined {
  const version = findInReview(state.sections[section]);
  const byGraduate = actor === undefined || actor.role === 'GRADUATE';
  const own = byGraduate ? version?.source === 'GRADUATE' : version?.submittedBy === actor.id;
  if (!own) return { code: 'NOTHING_TO_WITHDRAW' };
  return byGraduate ? refuseClosedModule(state, section, context) : refuseFixedSection(state, section, context);
}

function submitted(
  state: GraduateState,
  context: DecisionContext,
  section: SectionKind,
  intent: SubmissionIntent,
  content: SectionContent,
  evidenceIds: readonly string[],
): Decision {
  // X26: without colleges, or where the pack says so, the school's desk is the only one.
  const oneLevel = state.collegeId === null || context.pack.reviewLevels.value === 'SCHOOL';
  return newSubmission(
    { section, intent, source: 'GRADUATE', status: oneLevel ? 'SCHOOL_REVIEW' : 'COLLEGE_REVIEW', content, evidenceIds, reason: null },
    context,
  );
}
