import { z } from 'zod';
import type { Role } from '../../domain/access/role.ts';
import { findInReview, type SectionKind } from '../../domain/registration/section.ts';
import { ConfirmationView, confirmationView } from '../confirmation/confirmation-view.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { KindStatus, kindStatuses } from '../grants/grant-view.ts';
import { Difference, differences, SectionView, sectionView } from '../registration/section-view.ts';
import { ExceptionView, exceptionViews, OpeningView, openingViews } from '../registration/terms-view.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { TransferNumberView, transferNumberViews } from '../transfer-numbers/transfer-number-view.ts';
import { ActionView, actionViews } from './actions-view.ts';
import { allowedActionsFor } from './allowed-actions-for.ts';
import { basicView } from './basic-view.ts';
import { DeadlinesView, deadlinesView } from './deadlines-view.ts';
import { graduateHead, headOf } from './own-view.ts';
import type { DetailedStanding } from './read-graduate.ts';
import { TicketView, ticketView } from './ticket-view.ts';

const Claim = z.object({ mine: z.boolean(), until: InstantText });

const ReviewedSection = SectionView.extend({
  differences: z.array(Difference),
  claim: Claim.nullable().meta({ description: 'Who has taken what is in review from the queue' }),
}).meta({ id: 'ReviewedSection' });

/** A graduate-year as the desks see it: of grants the status and never the number (R25, R30, R34). */
export const StaffView = z
  .object({
    view: z.literal('STAFF'),
    ...graduateHead,
    overdue: z.boolean(),
    removedAt: InstantText.nullable().meta({ description: 'Taken off the roster then: shown to whoever opens it by its id, in no list' }),
    sections: z.object({ DESTINATION: ReviewedSection, DOSSIER: ReviewedSection, HUKOU: ReviewedSection }),
    openings: z.array(OpeningView),
    exceptions: z.array(ExceptionView),
    confirmation: ConfirmationView,
    grants: z.array(KindStatus),
    transferNumbers: z.array(TransferNumberView),
    tickets: z.array(TicketView),
    deadlines: DeadlinesView,
    allowedActions: z.array(ActionView),
  })
  .meta({ id: 'GraduateForStaff' });
export type StaffView = z.infer<typeof StaffView>;

export function staffView(
  { cipher, seals }: Pick<ApiDependencies, 'cipher' | 'seals'>,
  standing: DetailedStanding,
  actor: { readonly id: string; readonly role: Role },
): StaffView {
  const { state, guard, details } = standing;
  const reviewed = (section: SectionKind) => ({
    ...sectionView(standing, section),
    differences: differences(standing, section),
    claim: claimOf(standing, section, actor.id),
  });
  return {
    view: 'STAFF',
    ...headOf(standing),
    overdue: state.overdue,
    removedAt: details.removedAt === null ? null : instantText(details.removedAt),
    basic: basicView(cipher, standing),
    sections: { DESTINATION: reviewed('DESTINATION'), DOSSIER: reviewed('DOSSIER'), HUKOU: reviewed('HUKOU') },
    openings: openingViews(standing),
    exceptions: exceptionViews(standing),
    confirmation: confirmationView(standing),
    grants: kindStatuses(state, guard.now),
    transferNumbers: transferNumberViews(seals, standing, actor.role),
    tickets: details.tickets.map(ticketView),
    deadlines: deadlinesView(standing),
    allowedActions: actionViews(allowedActionsFor(standing, actor)),
  };
}

function claimOf({ state, guard: { now } }: DetailedStanding, section: SectionKind, accountId: string): z.infer<typeof Claim> | null {
  const claim = findInReview(state.sections[section])?.claim;
  return claim && claim.from <= now && now < claim.until ? { mine: claim.by === accountId, until: instantText(claim.until) } : null;
}
