import { graduateActions, staffActions, type AllowedAction } from '../../domain/access/allowed-actions.ts';
import { can, type Right } from '../../domain/access/rights.ts';
import type { Role } from '../../domain/access/role.ts';
import { decide } from '../../domain/decision/decide.ts';
import { findInReview, sectionKinds } from '../../domain/registration/section.ts';
import type { Standing } from './read-graduate.ts';

/** The right behind each action of the school's side; who lacks it has no such button. */
const rightOf: Readonly<Record<string, Right>> = {
  CORRECT_BASIC_INFORMATION: { resource: 'basicInformation', action: 'correct' },
  ANSWER_TICKET: { resource: 'ticket', action: 'answer' },
  ISSUE_TRANSFER_NUMBER: { resource: 'transferNumber', action: 'issue' },
};

/** What somebody may do with a graduate-year now, in their role, with the reason for what they may not. */
export function allowedActionsFor(standing: Standing, actor: { readonly id: string; readonly role: Role }): AllowedAction[] {
  const { state, guard } = standing;
  if (actor.role === 'GRADUATE') return graduateActions(state, guard);
  const office = staffActions(state, guard).filter(({ action }) => {
    const right = rightOf[action];
    return right !== undefined && can(actor.role, right) !== undefined;
  });
  return can(actor.role, { resource: 'review', action: 'decide' }) === undefined ? office : [...reviewActions(standing, actor), ...office];
}

/** Whether an approval would be accepted: asked of the decision itself, which is pure. */
function reviewActions({ state, guard }: Standing, actor: { readonly id: string; readonly role: Role }): AllowedAction[] {
  const context = { ...guard, actor, proofedAt: null, newId: () => '', newNumber: () => '' };
  return sectionKinds.flatMap((section): AllowedAction[] => {
    const version = findInReview(state.sections[section]);
    if (!version) return [];
    const decision = decide(state, { type: 'DECIDE_REVIEW', payload: { decision: 'APPROVE', versionId: version.id } }, context);
    return [{ action: 'DECIDE_REVIEW', target: version.id, allowed: decision.accepted, refusal: decision.accepted ? null : decision.refusal }];
  });
}
