import type { GuardContext } from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { awaitsGraduate, findInReview, sectionKinds } from '../registration/section.ts';
import { plannedSteps } from './due-events.ts';
import type { Stage } from './stage.ts';

/** What the workflow needs to know of the record, and nothing personal. */
export interface Standing {
  readonly stage: Stage;
  readonly overdue: boolean;
  readonly version: number;
  /** Next instant at which the clock does something, null when nothing is left. */
  readonly nextDeadline: number | null;
  /** Type of the event that comes then, for the operator. */
  readonly nextStep: string | null;
}

export function standingOf(state: GraduateState, context: GuardContext): Standing {
  const next = plannedSteps(state, context).reduce<ReturnType<typeof plannedSteps>[number] | null>(
    (soonest, step) => (soonest === null || step.at < soonest.at ? step : soonest),
    null,
  );
  return {
    stage: stageOf(state),
    overdue: sectionKinds.some((kind) => findInReview(state.sections[kind])?.overdueTold ?? false),
    version: state.version,
    nextDeadline: next?.at ?? null,
    nextStep: next?.events[0]?.type ?? null,
  };
}

/** The confirmation speaks first, then what keeps the destination from being reported. */
export function stageOf(state: GraduateState): Stage {
  if (state.ended) return 'ENDED';
  if (state.basicCheck !== 'CHECKED') return 'CHECKING';
  switch (state.confirmation.status) {
    case 'CONFIRMED':
      return 'CONFIRMED';
    case 'DISPUTED':
      return 'DISPUTED';
    case 'UNCONFIRMED':
      return 'CONFIRMING';
    case 'NOT_REPORTED':
      break;
  }
  if (findInReview(state.sections.DESTINATION)) return 'IN_REVIEW';
  return awaitsGraduate(state.sections.DESTINATION) ? 'RETURNED' : 'REGISTERING';
}
