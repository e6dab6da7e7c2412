import { z } from 'zod';
import { basicDigest } from '../../domain/confirmation/record-digest.ts';
import { basicWarning } from '../../domain/graduate/basic-warning.ts';
import { Stage } from '../../domain/lifecycle/stage.ts';
import { OwnConfirmationView, ownConfirmationView } from '../confirmation/confirmation-view.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { OwnGrantsView, ownGrantsView } from '../grants/grant-view.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { Words } from '../http/problem.ts';
import { SectionView, sectionView } from '../registration/section-view.ts';
import { OpeningView, openingViews } from '../registration/terms-view.ts';
import { ActionView, actionViews } from './actions-view.ts';
import { allowedActionsFor } from './allowed-actions-for.ts';
import { BasicView, basicView } from './basic-view.ts';
import { DeadlinesView, deadlinesView } from './deadlines-view.ts';
import { ModuleView, modulesView } from './modules-view.ts';
import type { DetailedStanding } from './read-graduate.ts';
import { TicketView, ticketView } from './ticket-view.ts';

const BasicCheck = z.enum(['PENDING', 'CHECKED', 'DISPUTED']);

/** What every view of a graduate-year begins with. */
export const graduateHead = {
  id: z.uuid(),
  version: z.int(),
  cohort: z.int(),
  stage: Stage,
  school: z.object({ code: z.string(), name: z.string() }),
  college: z.string().nullable(),
  basic: BasicView,
  basicCheck: BasicCheck,
} as const;

/** A graduate-year as the graduate sees it: with the verification numbers (R25), never a transfer number (R36). */
export const OwnView = z
  .object({
    view: z.literal('OWN'),
    asOf: InstantText.meta({
      description: 'The record’s clock when this was read: countdowns run from it, whatever the clock of the phone says',
    }),
    ...graduateHead,
    basicWarning: Words.meta({ description: 'Stands beside the basic information (R9)' }),
    basicDigest: z.string().meta({ description: 'Sent back when the basic information is checked: check what you saw' }),
    modules: z.array(ModuleView),
    sections: z.object({ DESTINATION: SectionView, DOSSIER: SectionView, HUKOU: SectionView }),
    openings: z.array(OpeningView),
    confirmation: OwnConfirmationView,
    grants: OwnGrantsView,
    tickets: z.array(TicketView),
    deadlines: DeadlinesView,
    proofing: z.object({ proofedAt: InstantText.nullable(), freshUntil: InstantText.nullable() }),
    allowedActions: z.array(ActionView),
  })
  .meta({ id: 'OwnGraduate' });
export type OwnView = z.infer<typeof OwnView>;

const minuteMs = 60_000;

export function headOf({ state, details }: DetailedStanding): Omit<z.infer<z.ZodObject<typeof graduateHead>>, 'basic'> {
  const { id, version, cohort, stage, schoolCode, schoolName, basicCheck } = state;
  return { id, version, cohort, stage, basicCheck, school: { code: schoolCode, name: schoolName }, college: details.collegeName };
}

export function ownView(
  { cipher, seals }: Pick<ApiDependencies, 'cipher' | 'seals'>,
  standing: DetailedStanding,
  person: { readonly accountId: string; readonly proofedAt: number | null },
): OwnView {
  const { state, guard, details } = standing;
  const { proofedAt } = person;
  return {
    view: 'OWN',
    asOf: instantText(guard.now),
    ...headOf(standing),
    basic: basicView(cipher, standing),
    basicWarning,
    basicDigest: basicDigest(state),
    modules: modulesView(standing),
    sections: {
      DESTINATION: sectionView(standing, 'DESTINATION'),
      DOSSIER: sectionView(standing, 'DOSSIER'),
      HUKOU: sectionView(standing, 'HUKOU'),
    },
    openings: openingViews(standing),
    confirmation: ownConfirmationView(cipher, standing),
    grants: ownGrantsView(seals, standing),
    tickets: details.tickets.map(ticketView),
    deadlines: deadlinesView(standing),
    proofing: {
      proofedAt: proofedAt === null ? null : instantText(proofedAt),
      freshUntil: proofedAt === null ? null : instantText(proofedAt + guard.pack.proofingFreshMinutes.value * minuteMs),
    },
    allowedActions: actionViews(allowedActionsFor(standing, { id: person.accountId, role: 'GRADUATE' })),
  };
}
