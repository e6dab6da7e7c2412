import type { CommandPayload } from '../commands/command.ts';
import { accept, type Decider, type GuardContext, type Refusal } from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import type { TicketState } from '../graduate/ticket.ts';
import { refuseClosedModule, refuseOutsideWindow } from './guards.ts';
import { findOpening } from './openings.ts';
import { findInReview, type SectionKind } from './section.ts';

/** The graduate's open request for this section. */
export const findOpeningRequest = ({ openTickets }: GraduateState, section: SectionKind): TicketState | undefined =>
  openTickets.find(({ kind, fields }) => kind === 'OPENING' && fields.includes(section));

/** May the graduate ask the school to open this section now? (X7) */
export function refuseOpeningRequest(state: GraduateState, section: SectionKind, context: GuardContext): Refusal | undefined {
  const locked = refuseClosedModule(state, section, context);
  if (locked) return locked;
  const closed = refuseOutsideWindow(section, context);
  if (!closed) return { code: 'OPENING_NOT_NEEDED', clause: 'X7' };
  if (closed.code === 'WINDOW_NOT_OPEN') return closed;
  if (findOpening(state, section, context.now)) return { code: 'OPENING_ALREADY_LIVE', clause: 'X7' };
  if (findInReview(state.sections[section])) return { code: 'ALREADY_IN_REVIEW', clause: 'R14' };
  return findOpeningRequest(state, section) ? { code: 'TICKET_ALREADY_OPEN', clause: 'X7' } : undefined;
}

/** X7: once the graduate may not submit any more, a ticket asks the school; opening the section answers it, and so do words. */
export const decideOpeningRequest: Decider<CommandPayload<'REQUEST_OPENING'>> = (state, { section, reason }, context) => {
  const refusal = refuseOpeningRequest(state, section, context);
  if (refusal) return { accepted: false, refusal };
  return accept({
    type: 'TICKET_OPENED',
    ticketId: context.newId(),
    kind: 'OPENING',
    fields: [section],
    note: reason,
    proposed: null,
    evidenceIds: [],
  });
};
