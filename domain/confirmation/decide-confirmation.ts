import type { CommandPayload } from '../commands/command.ts';
import { accept, refuse, type Decider, type GuardContext, type Refusal } from '../decision/decision.ts';
import type { RegistrationEvent } from '../decision/events.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import type { ConfirmationCause, ConfirmationStatus } from './status.ts';
import { recordDigest } from './record-digest.ts';

/** May the graduate confirm or dispute now? (section 5 of the rules, R56) */
export function refuseConfirmation(state: GraduateState, { now, windows }: GuardContext): Refusal | undefined {
  if (state.ended) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  if (state.basicCheck === 'PENDING') return { code: 'BASIC_INFORMATION_NOT_CHECKED', clause: 'R6' };
  if (state.basicCheck === 'DISPUTED') return { code: 'BASIC_INFORMATION_DISPUTED', clause: 'R6' };
  const byStatus: Record<ConfirmationStatus, Refusal | undefined> = {
    NOT_REPORTED: { code: 'NOTHING_REPORTED', clause: 'R21' },
    UNCONFIRMED: undefined,
    CONFIRMED: { code: 'ALREADY_CONFIRMED', clause: 'X17' },
    DISPUTED: { code: 'DISPUTE_OPEN', clause: 'R21' },
  };
  const refusal = byStatus[state.confirmation.status];
  if (refusal) return refusal;
  if (windows.confirmationOpensAt !== null && now < windows.confirmationOpensAt) return { code: 'WINDOW_NOT_OPEN', clause: 'R56' };
  if (windows.confirmationClosesAt !== null && now >= windows.confirmationClosesAt) return { code: 'WINDOW_CLOSED', clause: 'R56' };
  return undefined;
}

/** A dispute asks for a correction, and after the cutoff nothing can be corrected (R55, X7). */
export function refuseDispute(state: GraduateState, context: GuardContext): Refusal | undefined {
  const refusal = refuseConfirmation(state, context);
  if (refusal) return refusal;
  return context.now >= context.windows.cutoffAt ? { code: 'AFTER_CUTOFF', clause: context.pack.cutoff.clause } : undefined;
}

export function refuseRetraction(state: GraduateState): Refusal | undefined {
  if (state.ended) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  return state.confirmation.status === 'DISPUTED' ? undefined : { code: 'NO_DISPUTE', clause: 'R21' };
}

/** 信息无误，确认登记去向. */
export const decideConfirm: Decider<CommandPayload<'CONFIRM'>> = (state, { digest }, context) => {
  const refusal = refuseConfirmation(state, context);
  if (refusal) return { accepted: false, refusal };
  if (digest !== recordDigest(state)) return refuse('RECORD_CHANGED');
  return accept(changed(state, 'CONFIRMED', 'GRADUATE_CONFIRMED', { digest }));
};

/** 信息有误，需更新后确认. */
export const decideDispute: Decider<CommandPayload<'DISPUTE'>> = (state, { digest, text, fields }, context) => {
  const refusal = refuseDispute(state, context);
  if (refusal) return { accepted: false, refusal };
  if (digest !== recordDigest(state)) return refuse('RECORD_CHANGED');
  return accept(changed(state, 'DISPUTED', 'GRADUATE_DISPUTED', { digest, text, fields }));
};

/** 实际信息无误，撤销确认. */
export const decideRetraction: Decider<CommandPayload<'RETRACT_DISPUTE'>> = (state) => {
  const refusal = refuseRetraction(state);
  return refusal ? { accepted: false, refusal } : accept(changed(state, 'UNCONFIRMED', 'GRADUATE_RETRACTED', {}));
};

function changed(
  state: GraduateState,
  to: ConfirmationStatus,
  cause: ConfirmationCause,
  detail: { digest?: string; text?: string; fields?: readonly string[] },
): RegistrationEvent {
  const { digest = null, text = null, fields = [] } = detail;
  return { type: 'CONFIRMATION_CHANGED', from: state.confirmation.status, to, cause, digest, text, fields };
}
