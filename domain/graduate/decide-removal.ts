import type { CommandPayload } from '../commands/command.ts';
import { accept, refuse, type Decider, type Refusal } from '../decision/decision.ts';
import type { RegistrationEvent } from '../decision/events.ts';
import { endedNumbers } from '../registration/consequences.ts';
import { sectionKinds } from '../registration/section.ts';
import type { GraduateState } from './graduate-state.ts';

/** May a graduate be taken off the roster? Whose service has ended has nothing left to end. */
export function refuseRemoval({ ended }: GraduateState): Refusal | undefined {
  return ended ? { code: 'LIFECYCLE_ENDED', clause: 'X20' } : undefined;
}

/** Whoever should not be on the roster leaves it: what lies at a desk lapses, every number dies, and the lifecycle ends. */
export const decideRemoval: Decider<CommandPayload<'REMOVE_GRADUATE'>> = (state, { reason, version }, { now }) => {
  const refusal = refuseRemoval(state);
  if (refusal) return { accepted: false, refusal };
  if (version !== null && version !== state.version) return refuse('RECORD_CHANGED');
  const lapsed = sectionKinds.flatMap((section): RegistrationEvent[] => {
    const { latest } = state.sections[section];
    return latest && ['COLLEGE_REVIEW', 'SCHOOL_REVIEW', 'RETURNED'].includes(latest.status)
      ? [{ type: 'SECTION_LAPSED', versionId: latest.id, section }]
      : [];
  });
  return accept(...lapsed, ...endedNumbers(state, ['DOSSIER', 'HUKOU'], now), { type: 'GRADUATE_REMOVED', reason });
};
