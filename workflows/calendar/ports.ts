import type { CohortCalendarInput, CohortPlan } from '../../domain/calendar/messages.ts';

/** Activities of the calendar, owned by its workflow. */
export interface CalendarActivities {
  /** Does every step that is due by `asOf`, each once, and says what comes next. */
  performDue(cohort: CohortCalendarInput, asOf: number): Promise<CohortPlan>;
}
