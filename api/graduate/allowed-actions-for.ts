import { graduateActions, staffActions, type AllowedAction } from '../../domain/access/allowed-actions.ts';
import { can, type Right } from '../../domain/access/rights.ts';
import type { Role } from '../../domain/access/role.ts';
import { decide } from '../../domain/decision/decide.ts';
import { refuseWithdrawal } from '../../domain/registration/decide-submission.ts';
import { findInReview, sectionKinds } from '../../domain/registration/section.ts';
import type { Standing } from './read-graduate.ts';

interface Actor {
  readonly id: string;
  readonly role: Role;
}

/** The right behind each action of the school's side; who lacks it has no such button. */
const rightOf: Readonly<Record<string, Right>> = {
  CORRECT_BASIC_INFORMATION: { resource: 'basicInformation', action: 'correct' },
  ENTER_SECTION: { resource: 'submission', action: 'enter' },
  ENTER_VOID: { resource: 'submission', action: 'enter' },
  OPEN_SECTION: { resource: 'submission', action: 'open' },
  CLOSE_OPENING: { resource: 'submission', action: 'open' },
  REQUEST_EXCEPTION: { resource: 'exception', action: 'request' },
  ANSWER_EXCEPTION: { resource: 'exception', action: 'answer' },
  REMIND: { resource: 'reminder', action: 'send' },
  ANSWER_TICKET: { resource: 'ticket', action: 'answer' },
  ISSUE_TRANSFER_NUMBER: { resource: 'transferNumber', action: 'issue' },
};

/** What somebody may do with a graduate-year now, in their role, with the reason for what they may not. */
export function allowedActionsFor(standing: Standing, actor: Actor): AllowedAction[] {
  const { state, guard } = standing;
  if (actor.role === 'GRADUATE') return graduateActions(state, guard);
  const office = staffActions(state, guard).filter(({ action }) => {
    const right = rightOf[action];
    return right !== undefined && can(actor.role, right) !== undefined;
  });
  const mayDecide = can(actor.role, { resource: 'review', action: 'decide' }) !== undefined;
  const mayEnter = can(actor.role, { resource: 'submission', action: 'enter' }) !== undefined;
  return [...(mayEnter ? withdrawalActions(standing, actor) : []), ...(mayDecide ? reviewActions(standing, actor) : []), ...office];
}

/** Whether an approval would be accepted: asked of the decision itself, which is pure. */
function reviewActions({ state, guard }: Standing, actor: Actor): AllowedAction[] {
  const context = { ...guard, actor, proofedAt: null, newId: () => '', newNumber: () => '' };
  return sectionKinds.flatMap((section): AllowedAction[] => {
    const version = findInReview(state.sections[section]);
    if (!version) return [];
    const decision = decide(state, { type: 'DECIDE_REVIEW', payload: { decision: 'APPROVE', versionId: version.id } }, context);
    return [
      { action: 'DECIDE_REVIEW', target: version.id, allowed: decision.accepted, refusal: decision.accepted ? null : decision.refusal },
    ];
  });
}

/** Whoever entered something takes it back before it is decided, counsellors too. */
function withdrawalActions({ state, guard }: Standing, actor: Actor): AllowedAction[] {
  return sectionKinds.flatMap((section): AllowedAction[] => {
    const version = findInReview(state.sections[section]);
    if (version?.source !== 'SCHOOL' || version.submittedBy !== actor.id) return [];
    const refusal = refuseWithdrawal(state, section, guard, actor);
    return [{ action: 'WITHDRAW_SUBMISSION', target: section, allowed: refusal === undefined, refusal: refusal ?? null }];
  });
}
