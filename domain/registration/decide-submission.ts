import type { CommandPayload } from '../commands/command.ts';
import { accept, refuse, type Decider, type Decision, type DecisionContext } from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { contentDigest } from '../content-digest.ts';
import { refuseEvidence } from './evidence-rules.ts';
import { refuseClosedModule, refuseSubmission } from './guards.ts';
import { changedFields } from './key-fields.ts';
import { parseSectionContent } from './section-content.ts';
import { findInReview, sectionKinds, type SectionKind, type SectionVersion, type SubmissionIntent } from './section.ts';

/** R14, R15, R17, R18: a graduate submits a section; the version in force stays until this one is approved. */
export const decideSubmission: Decider<CommandPayload<'SUBMIT_SECTION'>> = (state, payload, context) => {
  const { section } = payload;
  const locked = refuseSubmission(state, section, context);
  if (locked) return { accepted: false, refusal: locked };
  const { current } = state.sections[section];
  if (payload.basedOn !== (current?.id ?? null)) return refuse('RECORD_CHANGED');
  const parsed = parseSectionContent(section, payload.content);
  if (!parsed.ok) return refuse('INVALID_REQUEST', { fields: parsed.fields });
  const unfit = refuseEvidence(state, section, parsed.content, payload.evidenceIds, context.pack);
  if (unfit) return { accepted: false, refusal: unfit };
  const sameEvidence = String([...payload.evidenceIds].sort()) === String([...(current?.evidenceIds ?? [])].sort());
  if (current && sameEvidence && changedFields(current.content, parsed.content).length === 0) return refuse('NO_CHANGE', { clause: 'R15' });
  return submitted(state, context, section, 'SET', parsed.content, payload.evidenceIds);
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

/** The graduate takes back what no desk has decided yet. */
export const decideWithdrawal: Decider<CommandPayload<'WITHDRAW_SUBMISSION'>> = (state, payload, context) => {
  const section = sectionKinds.find((kind) => findInReview(state.sections[kind])?.id === payload.versionId);
  if (!section) return refuse('NOTHING_TO_WITHDRAW');
  const locked = refuseClosedModule(state, section, context);
  return locked ? { accepted: false, refusal: locked } : accept({ type: 'SECTION_WITHDRAWN', versionId: payload.versionId, section });
};

function submitted(
  state: GraduateState,
  context: DecisionContext,
  section: SectionKind,
  intent: SubmissionIntent,
  content: SectionVersion['content'],
  evidenceIds: readonly string[],
): Decision {
  // X26: without colleges, or where the pack says so, the school's desk is the only one.
  const oneLevel = state.collegeId === null || context.pack.reviewLevels.value === 'SCHOOL';
  const version: SectionVersion = {
    id: context.newId(),
    section,
    intent,
    source: 'GRADUATE',
    status: oneLevel ? 'SCHOOL_REVIEW' : 'COLLEGE_REVIEW',
    content,
    contentDigest: contentDigest(content),
    evidenceIds,
    submittedBy: context.actor.id,
    submittedAt: context.now,
    statusSince: context.now,
    overdueTold: false,
    collegeDecidedBy: null,
  };
  return accept({ type: 'SECTION_SUBMITTED', version });
}
