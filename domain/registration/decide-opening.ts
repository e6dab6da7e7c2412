import { endOfDayShanghai } from '../calendar/shanghai.ts';
import type { CommandPayload } from '../commands/command.ts';
import { accept, refuse, type Decider, type GuardContext, type Refusal } from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { closingOf } from './exceptions.ts';
import { refuseFixedSection } from './guards.ts';
import { findOpeningRequest } from './decide-opening-request.ts';
import { findOpening } from './openings.ts';
import type { SectionKind } from './section.ts';

/** May the school open this section for the graduate now? (X7) */
export function refuseOpening(state: GraduateState, section: SectionKind, context: GuardContext): Refusal | undefined {
  const { hukouEditor } = context.pack;
  const locked = refuseFixedSection(state, section, context);
  if (locked) return locked;
  if (section === 'HUKOU' && hukouEditor.value === 'SCHOOL') return { code: 'HUKOU_EDITED_BY_SCHOOL', clause: hukouEditor.clause };
  return findOpening(state, section, context.now) ? { code: 'OPENING_ALREADY_LIVE', clause: 'X7' } : undefined;
}

/** X7: from departure to the cutoff, and under an exception after it, the school opens a section on request until the end of a day. */
export const decideOpening: Decider<CommandPayload<'OPEN_SECTION'>> = (state, { section, endDate, reason }, context) => {
  const locked = refuseOpening(state, section, context);
  if (locked) return { accepted: false, refusal: locked };
  const { now, windows, newId } = context;
  const until = endOfDayShanghai(endDate);
  if (until <= now) return refuse('END_DATE_PAST', { clause: 'X7', fields: ['endDate'] });
  if (until > closingOf(state, section, windows)) return refuse('END_DATE_BEYOND_CUTOFF', { clause: 'X7', fields: ['endDate'] });
  const request = findOpeningRequest(state, section);
  const answered = request
    ? [{ type: 'TICKET_ANSWERED', ticketId: request.id, kind: request.kind, status: 'RESOLVED', answer: reason } as const]
    : [];
  return accept({ type: 'SECTION_OPENED', opening: { id: newId(), section, from: now, until }, reason }, ...answered);
};

/** May an opening of this section be closed early now? */
export function refuseClosingOpening(state: GraduateState, section: SectionKind, { now }: Pick<GuardContext, 'now'>): Refusal | undefined {
  return findOpening(state, section, now) ? undefined : { code: 'OPENING_NOT_LIVE', clause: 'X7' };
}

/** The school closes an opening before its day. */
export const decideOpeningClosed: Decider<CommandPayload<'CLOSE_OPENING'>> = (state, { openingId }, { now }) => {
  const opening = state.openings.find(({ id }) => id === openingId);
  if (!opening || findOpening(state, opening.section, now)?.id !== openingId) return refuse('OPENING_NOT_LIVE', { clause: 'X7' });
  return accept({ type: 'OPENING_CLOSED', openingId, section: opening.section });
};
