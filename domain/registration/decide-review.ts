import type { CommandPayload } from '../commands/command.ts';
import { accept, refuse, type Decider, type DecisionContext, type Refusal } from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { consequencesOf } from './consequences.ts';
import { deskOf, sitsAtDesk } from './desk.ts';
import { isClosed } from './exceptions.ts';
import { changedFields, touchesKeyField } from './key-fields.ts';
import { contentFields } from './section-content.ts';
import { findInReview, sectionKinds, type SectionVersion } from './section.ts';

/** R14: 院审, then 校审. Approval of a key change does everything of section 15 in the same transaction. */
export const decideReview: Decider<CommandPayload<'DECIDE_REVIEW'>> = (state, payload, context) => {
  const version = sectionKinds.map((kind) => findInReview(state.sections[kind])).find((found) => found?.id === payload.versionId);
  if (!version) return refuse('SUBMISSION_CHANGED');
  const refusal = refuseReviewer(state, version, context) ?? (payload.takeOver ? undefined : refuseClaimed(version, context));
  if (refusal) return { accepted: false, refusal };
  const { id: versionId, section } = version;
  if (payload.decision === 'RETURN') {
    // X19: what came with a roster goes back to nobody; the graduate never submitted it.
    if (version.source === 'IMPORT') return accept({ type: 'SECTION_WITHDRAWN', versionId, section });
    const unknown = payload.fields.filter((field) => !returnable(version).includes(field));
    if (unknown.length > 0) return refuse('INVALID_REQUEST', { fields: ['fields'] });
    return accept({
      type: 'SECTION_RETURNED',
      versionId,
      section,
      desk: deskOf(version),
      by: context.actor.id,
      reason: payload.reason,
      text: payload.text,
      fields: payload.fields,
    });
  }
  if (version.status === 'COLLEGE_REVIEW') return accept({ type: 'SECTION_FORWARDED', versionId, section, by: context.actor.id });
  return version.intent === 'VOID' ? voidDestination(state, version, context) : approve(state, version, context);
};

/** What a return may name: the fields of its section, and the evidence. */
const returnable = ({ section, intent }: SectionVersion): readonly string[] => [
  ...(intent === 'VOID' ? ['note'] : contentFields(section)),
  'evidenceIds',
];

function refuseReviewer(state: GraduateState, version: SectionVersion, context: DecisionContext): Refusal | undefined {
  const { actor, pack } = context;
  if (!sitsAtDesk(actor.role, version.status)) return { code: 'WRONG_DESK', clause: 'R14' };
  if (version.submittedBy === actor.id || version.collegeDecidedBy === actor.id) return { code: 'SELF_REVIEW' };
  return isClosed(state, version.section, context) ? { code: 'AFTER_CUTOFF', clause: pack.cutoff.clause } : undefined;
}

/** Two reviewers do not work on the same submission; a claim that has expired binds nobody. */
function refuseClaimed({ claim }: SectionVersion, { actor, now }: DecisionContext): Refusal | undefined {
  return claim !== null && claim.by !== actor.id && claim.from <= now && now < claim.until ? { code: 'CLAIMED_BY_ANOTHER' } : undefined;
}

function approve(state: GraduateState, version: SectionVersion, { pack, now }: DecisionContext) {
  const { current } = state.sections[version.section];
  const changed = changedFields(current?.content ?? null, version.content);
  // X18: the first approval counts as a key change.
  const keyChange = current === null || touchesKeyField(pack, version.section, changed);
  return accept(
    {
      type: 'SECTION_APPROVED',
      versionId: version.id,
      section: version.section,
      supersedes: current?.id ?? null,
      changedFields: changed,
      keyChange,
    },
    ...consequencesOf(state, { kind: 'SECTION', section: version.section, keyChange }, pack, now),
  );
}

function voidDestination(state: GraduateState, version: SectionVersion, { pack, now }: DecisionContext) {
  const { current } = state.sections[version.section];
  if (!current) return refuse('NOTHING_TO_VOID', { clause: 'X18' });
  return accept(
    { type: 'SECTION_VOIDED', versionId: version.id, section: version.section, voids: current.id },
    ...consequencesOf(state, { kind: 'DESTINATION_VOIDED' }, pack, now),
  );
}
