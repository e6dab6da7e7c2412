import type { CommandPayload } from '../commands/command.ts';
import { refuse, type Decider, type DecisionContext, type GuardContext, type Refusal } from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { checkContent } from './check-content.ts';
import { refuseFixedSection } from './guards.ts';
import { newSubmission } from './new-submission.ts';
import { findInReview, type SectionKind, type SectionVersion } from './section.ts';

/** May the school act for the graduate in this section now? Windows and the first gate are the graduate's, not the school's (R16, X7). */
export function refuseEntry(state: GraduateState, section: SectionKind, context: GuardContext): Refusal | undefined {
  return (
    refuseFixedSection(state, section, context) ??
    (findInReview(state.sections[section]) ? { code: 'ALREADY_IN_REVIEW', clause: 'R14' } : undefined)
  );
}

/** R16: staff enter or change a section with their reason; a second person approves, whoever entered it. */
export const decideEntry: Decider<CommandPayload<'ENTER_SECTION'>> = (state, payload, context) => {
  const locked = refuseEntry(state, payload.section, context);
  if (locked) return { accepted: false, refusal: locked };
  const checked = checkContent(state, payload, context);
  if (!checked.ok) return { accepted: false, refusal: checked.refusal };
  return entered('SET', payload, checked.content, payload.evidenceIds, context);
};

export function refuseVoidEntry(state: GraduateState, context: GuardContext): Refusal | undefined {
  return (
    refuseEntry(state, 'DESTINATION', context) ??
    (state.sections.DESTINATION.current ? undefined : { code: 'NOTHING_TO_VOID', clause: 'X18' })
  );
}

/** X18: the school takes back a destination that was wrong. */
export const decideVoidEntry: Decider<CommandPayload<'ENTER_VOID'>> = (state, payload, context) => {
  const locked = refuseVoidEntry(state, context);
  if (locked) return { accepted: false, refusal: locked };
  if (state.sections.DESTINATION.current?.id !== payload.versionId) return refuse('RECORD_CHANGED');
  return entered('VOID', { section: 'DESTINATION', reason: payload.reason }, { note: payload.reason }, [], context);
};

/** The desk of the school is the second person's, so the college's is left out (decision 0015). */
function entered(
  intent: SectionVersion['intent'],
  { section, reason }: Pick<SectionVersion, 'section'> & { reason: string },
  content: SectionVersion['content'],
  evidenceIds: readonly string[],
  context: DecisionContext,
) {
  return newSubmission({ section, intent, source: 'SCHOOL', status: 'SCHOOL_REVIEW', content, evidenceIds, reason }, context);
}
