import type { RulePack } from '../rule-packs/rule-pack.ts';
import { startOfDayShanghai } from './shanghai.ts';

/** A school's own dates for a cohort (R56); null means the rule pack's, or none. Instants in milliseconds. */
export interface SchoolCalendar {
  readonly registrationOpensAt: number | null;
  readonly registrationClosesAt: number | null;
  readonly dossierClosesAt: number | null;
  readonly confirmationOpensAt: number | null;
  readonly confirmationClosesAt: number | null;
  readonly departureAt: number | null;
}

/** The windows in force; every closing instant is exclusive. */
export interface Windows extends SchoolCalendar {
  readonly departureAt: number;
  readonly cutoffAt: number;
}

export const emptySchoolCalendar: SchoolCalendar = {
  registrationOpensAt: null,
  registrationClosesAt: null,
  dossierClosesAt: null,
  confirmationOpensAt: null,
  confirmationClosesAt: null,
  departureAt: null,
};

/** Departure and cutoff fall in the cohort's calendar year (R55, R57, X14). */
export function windowsOf(pack: RulePack, calendar: SchoolCalendar, cohort: number): Windows {
  return {
    ...calendar,
    departureAt: calendar.departureAt ?? startOfDayShanghai(`${cohort}-${pack.departure.monthDay}`),
    cutoffAt: startOfDayShanghai(`${cohort}-${pack.cutoff.monthDay}`),
  };
}
