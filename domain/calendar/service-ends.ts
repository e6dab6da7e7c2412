import { lastDayOfMonth, monthAfter, yearOf, type GraduationMonth } from './graduation-month.ts';
import type { Instant } from './instant.ts';
import { endOfDayShanghai, startOfDayShanghai } from './shanghai.ts';

// The spans below are the national default; a rule pack may name others (X2), hence the parameters.

/** R33, X2: verification by 核验编号 ends with the last day of graduation month + 6. The first instant after it. */
export function verificationServiceEnd(graduationMonth: GraduationMonth, months = 6): Instant {
  return endOfDayShanghai(lastDayOfMonth(monthAfter(graduationMonth, months)));
}

/** R42: verification by 转递编号 ends with 31 March of the year after graduation. The first instant after it. */
export function transferServiceEnd(graduationMonth: GraduationMonth): Instant {
  return endOfDayShanghai(`${yearOf(graduationMonth) + 1}-03-31`);
}

const lifecycleEnds = new Map<GraduationMonth, Instant>();

/** X20: a graduate's lifecycle ends with the later of the two services. Asked for with every decision and every imported row, for a few months only. */
export function lifecycleEnd(graduationMonth: GraduationMonth): Instant {
  const end = lifecycleEnds.get(graduationMonth) ?? Math.max(verificationServiceEnd(graduationMonth), transferServiceEnd(graduationMonth));
  lifecycleEnds.set(graduationMonth, end);
  return end;
}

/** R55: changes are open until the end of 31 August, so the cutoff is 1 September 00:00 in Shanghai. */
export function cutoffOf(year: number): Instant {
  return startOfDayShanghai(`${year}-09-01`);
}
