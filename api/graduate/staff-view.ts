import { z } from 'zod';
import type { Role } from '../../domain/access/role.ts';
import type { SectionKind } from '../../domain/registration/section.ts';
import { ConfirmationView, confirmationView } from '../confirmation/confirmation-view.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { KindStatus, kindStatuses } from '../grants/grant-view.ts';
import { Difference, differences, SectionView, sectionView } from '../registration/section-view.ts';
import { TransferNumberView, transferNumberViews } from '../transfer-numbers/transfer-number-view.ts';
import { ActionView, actionViews } from './actions-view.ts';
import { allowedActionsFor } from './allowed-actions-for.ts';
import { staffBasicView } from './basic-view.ts';
import { DeadlinesView, deadlinesView } from './deadlines-view.ts';
import { graduateHead, headOf } from './own-view.ts';
import type { DetailedStanding } from './read-graduate.ts';
import { TicketView, ticketView } from './ticket-view.ts';

const ReviewedSection = SectionView.extend({ differences: z.array(Difference) }).meta({ id: 'ReviewedSection' });

/** A graduate-year as the desks see it: of grants the status and never the number (R25, R30, R34). */
export const StaffView = z.object({
  view: z.literal('STAFF'),
  ...graduateHead,
  overdue: z.boolean(),
  sections: z.object({ DESTINATION: ReviewedSection, DOSSIER: ReviewedSection, HUKOU: ReviewedSection }),
  confirmation: ConfirmationView,
  grants: z.array(KindStatus),
  transferNumbers: z.array(TransferNumberView),
  tickets: z.array(TicketView),
  deadlines: DeadlinesView,
  allowedActions: z.array(ActionView),
}).meta({ id: 'GraduateForStaff' });
export type StaffView = z.infer<typeof StaffView>;

export function staffView(
  { cipher, seals }: Pick<ApiDependencies, 'cipher' | 'seals'>, standing: DetailedStanding, actor: { readonly id: string; readonly role: Role },
): StaffView {
  const { state, guard, details } = standing;
  const reviewed = (section: SectionKind) => ({ ...sectionView(standing, section), differences: differences(standing, section) });
  return {
    view: 'STAFF', ...headOf(standing), overdue: state.overdue, basic: staffBasicView(cipher, standing),
    sections: { DESTINATION: reviewed('DESTINATION'), DOSSIER: reviewed('DOSSIER'), HUKOU: reviewed('HUKOU') },
    confirmation: confirmationView(standing),
    grants: kindStatuses(state, guard.now),
    transferNumbers: transferNumberViews(seals, standing, actor.role),
    tickets: details.tickets.map(ticketView),
    deadlines: deadlinesView(standing),
    allowedActions: actionViews(allowedActionsFor(standing, actor)),
  };
}
