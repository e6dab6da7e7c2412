/** What travels between client and the calendar workflow: the school's id and code, the cohort, instants and counts. */

export interface CohortCalendarInput {
  readonly schoolId: string;
  readonly schoolCode: string;
  readonly cohort: number;
}

/** What the calendar does next; both null when its year is over. */
export interface CohortPlan {
  readonly nextAt: number | null;
  readonly nextKind: string | null;
}

export const cohortCalendarWorkflowType = 'cohortCalendar';
export const calendarChangedSignalName = 'calendarChanged';
export const cohortPlanQueryName = 'plan';

/** The id of the calendar workflow of a school and cohort. */
export const cohortCalendarWorkflowId = (schoolCode: string, cohort: number): string => `calendar-${schoolCode}-${cohort}`;
