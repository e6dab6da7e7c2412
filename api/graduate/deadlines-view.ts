import { z } from 'zod';
import { verificationServiceEnd } from '../../domain/calendar/service-ends.ts';
import { deadlineOf, Moment, momentOf } from '../http/moments.ts';
import type { Standing } from './read-graduate.ts';

/** Windows and ends (R33, R55, R56): null where the school has set none. */
export const DeadlinesView = z
  .object({
    registrationOpensAt: Moment.nullable(),
    registrationClosesAt: Moment.nullable(),
    dossierClosesAt: Moment.nullable(),
    confirmationOpensAt: Moment.nullable(),
    confirmationClosesAt: Moment.nullable(),
    departureAt: Moment,
    cutoffAt: Moment,
    verificationEndsAt: Moment,
  })
  .meta({ id: 'Deadlines' });

export function deadlinesView({ state, guard: { windows } }: Standing): z.infer<typeof DeadlinesView> {
  const opening = (at: number | null) => (at === null ? null : momentOf(at));
  const closing = (at: number | null) => (at === null ? null : deadlineOf(at));
  return {
    registrationOpensAt: opening(windows.registrationOpensAt),
    registrationClosesAt: closing(windows.registrationClosesAt),
    dossierClosesAt: closing(windows.dossierClosesAt),
    confirmationOpensAt: opening(windows.confirmationOpensAt),
    confirmationClosesAt: closing(windows.confirmationClosesAt),
    departureAt: deadlineOf(windows.departureAt),
    cutoffAt: deadlineOf(windows.cutoffAt),
    verificationEndsAt: deadlineOf(verificationServiceEnd(state.basic.graduatedAt)),
  };
}
