import { z } from 'zod';
import type { SchoolCalendar, Windows } from './windows.ts';

const Date = z.iso.datetime({ offset: true, error: 'INSTANT_IMPOSSIBLE' }).nullable();

/** A school's own dates for a cohort (R56), each an instant with its offset; null leaves it to the rule pack. */
export const SchoolDates = z.strictObject({
  registrationOpensAt: Date,
  registrationClosesAt: Date,
  dossierClosesAt: Date,
  confirmationOpensAt: Date,
  confirmationClosesAt: Date,
  departureAt: Date,
});
export type SchoolDates = z.infer<typeof SchoolDates>;

const order: readonly (readonly [keyof SchoolCalendar, keyof Windows])[] = [
  ['registrationOpensAt', 'registrationClosesAt'],
  ['registrationOpensAt', 'dossierClosesAt'],
  ['registrationOpensAt', 'departureAt'],
  ['confirmationOpensAt', 'confirmationClosesAt'],
  ['registrationClosesAt', 'cutoffAt'],
  ['dossierClosesAt', 'cutoffAt'],
  ['departureAt', 'cutoffAt'],
];

/** The dates that stand in the wrong order; no school's date lies beyond the national cutoff (R55). */
export function disorderedDates(windows: Windows): (keyof SchoolCalendar)[] {
  const wrong = order.filter(([first, second]) => {
    const [begin, end] = [windows[first], windows[second]];
    return begin !== null && end !== null && (second === 'cutoffAt' ? begin > end : begin >= end);
  });
  return [...new Set(wrong.map(([first]) => first))];
}
