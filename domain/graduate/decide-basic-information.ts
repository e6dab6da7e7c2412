import type { CommandPayload } from '../commands/command.ts';
import { accept, refuse, type Decider, type GuardContext, type Refusal } from '../decision/decision.ts';
import { basicDigest } from '../confirmation/record-digest.ts';
import type { GraduateState } from './graduate-state.ts';

/** First gate (R6): may the graduate answer it now? */
export function refuseBasicCheck(state: GraduateState): Refusal | undefined {
  if (state.ended) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  if (state.basicCheck === 'CHECKED') return { code: 'BASIC_INFORMATION_ALREADY_CHECKED', clause: 'R6' };
  return state.basicCheck === 'DISPUTED' ? { code: 'BASIC_INFORMATION_DISPUTED', clause: 'R6' } : undefined;
}

export const decideBasicCheck: Decider<CommandPayload<'CHECK_BASIC_INFORMATION'>> = (state, { digest }) => {
  const refusal = refuseBasicCheck(state);
  if (refusal) return { accepted: false, refusal };
  return digest === basicDigest(state) ? accept({ type: 'BASIC_INFORMATION_CHECKED' }) : refuse('RECORD_CHANGED');
};

/** 有误: a ticket to the school that names the fields; the gate stays closed until it is answered. */
export const decideBasicDispute: Decider<CommandPayload<'DISPUTE_BASIC_INFORMATION'>> = (state, { fields, note }, { newId }) => {
  const refusal = refuseBasicCheck(state);
  if (refusal) return { accepted: false, refusal };
  const unknown = fields.filter((field) => !Object.hasOwn(state.basic, field));
  if (unknown.length > 0) return refuse('INVALID_REQUEST', { fields: unknown });
  return accept({ type: 'TICKET_OPENED', ticketId: newId(), kind: 'BASIC_INFORMATION', fields, note, proposed: null, evidenceIds: [] });
};

/** R19, X29: a wrong 生源地 is a request with its own evidence; the school corrects. */
export const decideOriginRequest: Decider<CommandPayload<'REQUEST_ORIGIN_CORRECTION'>> = (state, payload, context) => {
  const refusal = refuseOriginRequest(state, context);
  if (refusal) return { accepted: false, refusal };
  const files = payload.evidenceIds.map((id) => state.evidence[id]);
  if (files.some((file) => file?.section !== 'ORIGIN')) return refuse('EVIDENCE_UNKNOWN', { fields: ['evidenceIds'] });
  if (files.some((file) => !file?.mediaType.startsWith('image/')))
    return refuse('EVIDENCE_MUST_BE_IMAGE', { clause: 'R19', fields: ['evidenceIds'] });
  return accept({
    type: 'TICKET_OPENED',
    ticketId: context.newId(),
    kind: 'ORIGIN',
    fields: ['originRegion'],
    note: payload.note,
    proposed: { originRegion: payload.region },
    evidenceIds: payload.evidenceIds,
  });
};

export function refuseOriginRequest(state: GraduateState, { now, windows, pack }: GuardContext): Refusal | undefined {
  if (state.ended) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  if (now >= windows.cutoffAt) return { code: 'AFTER_CUTOFF', clause: pack.cutoff.clause };
  return state.openTickets.some(({ kind }) => kind === 'ORIGIN') ? { code: 'TICKET_ALREADY_OPEN', clause: 'X29' } : undefined;
}

/** May the school answer a ticket now? (R6, X29) */
export function refuseTicketAnswer(state: GraduateState): Refusal | undefined {
  if (state.ended) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  return state.openTickets.length > 0 ? undefined : { code: 'TICKET_NOT_OPEN' };
}

export const decideTicketAnswer: Decider<CommandPayload<'ANSWER_TICKET'>> = (state, { ticketId, resolved, answer }) => {
  const refusal = refuseTicketAnswer(state);
  if (refusal) return { accepted: false, refusal };
  const ticket = state.openTickets.find(({ id }) => id === ticketId);
  if (!ticket) return refuse('TICKET_NOT_OPEN');
  // X7: what was asked for is the opening, which answers by itself.
  if (ticket.kind === 'OPENING' && resolved) return refuse('OPENING_NOT_LIVE', { clause: 'X7' });
  const answered = { type: 'TICKET_ANSWERED', ticketId, kind: ticket.kind, status: resolved ? 'RESOLVED' : 'REFUSED', answer } as const;
  // Either answer reopens the gate: the graduate looks at the basic information again (R6).
  return ticket.kind === 'BASIC_INFORMATION' ? accept(answered, { type: 'BASIC_CHECK_REOPENED' }) : accept(answered);
};
