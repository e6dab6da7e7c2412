import type { CommandType } from '../commands/command.ts';
import { refuseConfirmation, refuseDispute, refuseRetraction } from '../confirmation/decide-confirmation.ts';
import type { GuardContext, Refusal } from '../decision/decision.ts';
import { refuseBasicCorrection } from '../graduate/decide-basic-correction.ts';
import { refuseBasicCheck, refuseOriginRequest, refuseTicketAnswer } from '../graduate/decide-basic-information.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { refuseGrant } from '../grants/decide-grant.ts';
import { findLiveGrant } from '../grants/grant.ts';
import { refuseReminder } from '../lifecycle/decide-reminder.ts';
import { refuseEntry, refuseVoidEntry } from '../registration/decide-entry.ts';
import { refuseExceptionAnswer, refuseExceptionRequest } from '../registration/decide-exception.ts';
import { refuseClosingOpening, refuseOpening } from '../registration/decide-opening.ts';
import { refuseOpeningRequest } from '../registration/decide-opening-request.ts';
import { refuseWithdrawal } from '../registration/decide-submission.ts';
import { ExceptionScope } from '../registration/exceptions.ts';
import { refuseSubmission } from '../registration/guards.ts';
import { sectionKinds } from '../registration/section.ts';
import { refuseTransferNumber } from '../transfer-numbers/decide-transfer-number.ts';

/** One button: allowed, or locked with its reason and clause. The decisions use the same guards. */
export interface AllowedAction {
  readonly action: CommandType;
  readonly target: string | null;
  readonly allowed: boolean;
  readonly refusal: Refusal | null;
}

const entry = (action: CommandType, target: string | null, refusal: Refusal | undefined): AllowedAction => ({
  action,
  target,
  allowed: refusal === undefined,
  refusal: refusal ?? null,
});

/** What the graduate may do now (R10–R13). */
export function graduateActions(state: GraduateState, context: GuardContext): AllowedAction[] {
  const { current } = state.sections.DESTINATION;
  return [
    entry('CHECK_BASIC_INFORMATION', null, refuseBasicCheck(state)),
    entry('DISPUTE_BASIC_INFORMATION', null, refuseBasicCheck(state)),
    entry('REQUEST_ORIGIN_CORRECTION', null, refuseOriginRequest(state, context)),
    ...sectionKinds.map((section) => entry('SUBMIT_SECTION', section, refuseSubmission(state, section, context))),
    ...sectionKinds.map((section) => entry('WITHDRAW_SUBMISSION', section, refuseWithdrawal(state, section, context))),
    entry(
      'REQUEST_VOID',
      'DESTINATION',
      refuseSubmission(state, 'DESTINATION', context) ?? (current ? undefined : { code: 'NOTHING_TO_VOID', clause: 'X18' }),
    ),
    ...sectionKinds.map((section) => entry('REQUEST_OPENING', section, refuseOpeningRequest(state, section, context))),
    entry('CONFIRM', null, refuseConfirmation(state, context)),
    entry('DISPUTE', null, refuseDispute(state, context)),
    entry('RETRACT_DISPUTE', null, refuseRetraction(state)),
    ...(['DOSSIER', 'HUKOU'] as const).flatMap((kind) => [
      entry('ISSUE_GRANT', kind, refuseGrant(state, kind, context)),
      entry('CLOSE_GRANT', kind, findLiveGrant(state.grants, kind, context.now) ? undefined : { code: 'GRANT_NOT_LIVE', clause: 'R31' }),
    ]),
  ];
}

/** What staff may do now, beside the review desks; who has which right is the table of rights' to say. */
export function staffActions(state: GraduateState, context: GuardContext): AllowedAction[] {
  return [
    entry('CORRECT_BASIC_INFORMATION', null, refuseBasicCorrection(state, context)),
    entry('ANSWER_TICKET', null, refuseTicketAnswer(state)),
    ...sectionKinds.map((section) => entry('ENTER_SECTION', section, refuseEntry(state, section, context))),
    entry('ENTER_VOID', 'DESTINATION', refuseVoidEntry(state, context)),
    ...sectionKinds.map((section) => entry('OPEN_SECTION', section, refuseOpening(state, section, context))),
    ...sectionKinds.map((section) => entry('CLOSE_OPENING', section, refuseClosingOpening(state, section, context))),
    ...ExceptionScope.options.map((scope) => entry('REQUEST_EXCEPTION', scope, refuseExceptionRequest(state, scope, context))),
    ...ExceptionScope.options.map((scope) => entry('ANSWER_EXCEPTION', scope, refuseExceptionAnswer(state, scope, context))),
    entry('REMIND', null, refuseReminder(state, context)),
    ...(['DOSSIER', 'HUKOU'] as const).map((kind) => entry('ISSUE_TRANSFER_NUMBER', kind, refuseTransferNumber(state, kind, context))),
  ];
}
