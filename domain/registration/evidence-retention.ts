import { lastDayOfMonth, monthAfter, type GraduationMonth } from '../calendar/graduation-month.ts';
import type { Instant } from '../calendar/instant.ts';
import { lifecycleEnd } from '../calendar/service-ends.ts';
import { endOfDayShanghai } from '../calendar/shanghai.ts';
import type { RulePack } from '../rule-packs/rule-pack.ts';

/** The first instant at which a graduate's evidence is kept no longer: so many months after 毕业时间, and never while a number may verify (X20). */
export function evidenceKeptUntil(graduatedAt: GraduationMonth, { evidenceKept }: Pick<RulePack, 'evidenceKept'>): Instant {
  return Math.max(lifecycleEnd(graduatedAt), endOfDayShanghai(lastDayOfMonth(monthAfter(graduatedAt, evidenceKept.monthsAfterGraduation))));
}
