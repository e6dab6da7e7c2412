import { commandPayloads, type CommandPayload, type CommandType } from '../commands/command.ts';
import { decideConfirm, decideDispute, decideRetraction } from '../confirmation/decide-confirmation.ts';
import { decideBasicCorrection } from '../graduate/decide-basic-correction.ts';
import { decideBasicCheck, decideBasicDispute, decideOriginRequest, decideTicketAnswer } from '../graduate/decide-basic-information.ts';
import { decideRemoval } from '../graduate/decide-removal.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { decideClosing, decideGrant } from '../grants/decide-grant.ts';
import { decideReminder } from '../lifecycle/decide-reminder.ts';
import { decideEntry, decideVoidEntry } from '../registration/decide-entry.ts';
import { decideExceptionAnswer, decideExceptionRequest } from '../registration/decide-exception.ts';
import { decideOpening, decideOpeningClosed } from '../registration/decide-opening.ts';
import { decideOpeningRequest } from '../registration/decide-opening-request.ts';
import { decideReview } from '../registration/decide-review.ts';
import { decideSubmission, decideVoidRequest, decideWithdrawal } from '../registration/decide-submission.ts';
import { decideTransferNumber } from '../transfer-numbers/decide-transfer-number.ts';
import { refuse, type Decider, type Decision, type DecisionContext } from './decision.ts';
import { faultyFields } from './faulty-fields.ts';

const deciders: { readonly [T in CommandType]: Decider<CommandPayload<T>> } = {
  CHECK_BASIC_INFORMATION: decideBasicCheck,
  DISPUTE_BASIC_INFORMATION: decideBasicDispute,
  REQUEST_ORIGIN_CORRECTION: decideOriginRequest,
  ANSWER_TICKET: decideTicketAnswer,
  CORRECT_BASIC_INFORMATION: decideBasicCorrection,
  SUBMIT_SECTION: decideSubmission,
  ENTER_SECTION: decideEntry,
  ENTER_VOID: decideVoidEntry,
  REQUEST_OPENING: decideOpeningRequest,
  OPEN_SECTION: decideOpening,
  CLOSE_OPENING: decideOpeningClosed,
  REQUEST_EXCEPTION: decideExceptionRequest,
  ANSWER_EXCEPTION: decideExceptionAnswer,
  REQUEST_VOID: decideVoidRequest,
  WITHDRAW_SUBMISSION: decideWithdrawal,
  DECIDE_REVIEW: decideReview,
  REMIND: decideReminder,
  CONFIRM: decideConfirm,
  DISPUTE: decideDispute,
  RETRACT_DISPUTE: decideRetraction,
  ISSUE_GRANT: decideGrant,
  CLOSE_GRANT: decideClosing,
  ISSUE_TRANSFER_NUMBER: decideTransferNumber,
  REMOVE_GRADUATE: decideRemoval,
};

export interface DomainCommand {
  readonly type: CommandType;
  readonly payload: unknown;
}

/** The one place where a command meets the rules: pure, run inside the record's transaction. */
export function decide(state: GraduateState, command: DomainCommand, context: DecisionContext): Decision {
  return decideAs(command.type, state, command.payload, context);
}

function decideAs<T extends CommandType>(type: T, state: GraduateState, payload: unknown, context: DecisionContext): Decision {
  const parsed = commandPayloads[type].safeParse(payload);
  if (!parsed.success) return refuse('INVALID_REQUEST', { fields: faultyFields(parsed.error) });
  return deciders[type](state, parsed.data as CommandPayload<T>, context);
}
