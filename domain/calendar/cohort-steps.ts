import type { RulePack } from '../rule-packs/rule-pack.ts';
import { nextDailyRun, shanghaiDate } from './shanghai.ts';
import type { Windows } from './windows.ts';

/** What the calendar of a school and cohort does; the windows themselves open and close by instants, whether or not this runs. */
export const cohortStepKinds = [
  'REGISTRATION_OPENS',
  'REGISTRATION_CLOSES',
  'DOSSIER_CLOSES',
  'CONFIRMATION_OPENS',
  'CONFIRMATION_CLOSES',
  'DEPARTURE',
  'CUTOFF_APPROACHES',
  'CUTOFF',
  'DIGEST',
] as const;
export type CohortStepKind = (typeof cohortStepKinds)[number];

export interface CohortStep {
  readonly kind: CohortStepKind;
  /** Instant in milliseconds from which it is to be done. */
  readonly at: number;
}

const dayMs = 86_400_000;
/** Commands received before the cutoff have this long to be applied before anything lapses (X13). */
export const cutoffGraceMs = 60_000;
/** Season of the morning digest before departure when the school has set no opening date. */
const seasonDays = 30;

/** The steps of the calendar in their order, without the digests (R55, R56, R57). */
export function cohortSteps(windows: Windows, { cutoff }: RulePack): CohortStep[] {
  const own: [CohortStepKind, number | null][] = [
    ['REGISTRATION_OPENS', windows.registrationOpensAt],
    ['REGISTRATION_CLOSES', windows.registrationClosesAt],
    ['DOSSIER_CLOSES', windows.dossierClosesAt],
    ['CONFIRMATION_OPENS', windows.confirmationOpensAt],
    ['CONFIRMATION_CLOSES', windows.confirmationClosesAt],
    ['DEPARTURE', windows.departureAt],
    ['CUTOFF_APPROACHES', windows.cutoffAt - cutoff.approachDays * dayMs],
    ['CUTOFF', windows.cutoffAt + cutoffGraceMs],
  ];
  return own.flatMap(([kind, at]) => (at === null ? [] : [{ kind, at }])).sort((a, b) => a.at - b.at);
}

/** The next morning digest strictly after an instant: each day until departure, each Monday until the cutoff. */
export function nextDigest(windows: Windows, { reminders }: RulePack, after: number): CohortStep | undefined {
  const begins = windows.registrationOpensAt ?? windows.departureAt - seasonDays * dayMs;
  let at = nextDailyRun(Math.max(after, begins), reminders.hour);
  while (at >= windows.departureAt && !isMonday(at)) at += dayMs;
  return at < windows.cutoffAt ? { kind: 'DIGEST', at } : undefined;
}

const isMonday = (at: number): boolean => new Date(`${shanghaiDate(at)}T00:00:00Z`).getUTCDay() === 1;
