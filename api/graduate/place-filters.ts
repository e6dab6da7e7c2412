import type { Filters } from '../http/filters.ts';

/** Where somebody studies, as lists are asked for it. */
export interface Place {
  readonly cohort?: number | undefined;
  readonly collegeId?: string | undefined;
  readonly className?: string | undefined;
  readonly counsellorId?: string | undefined;
}

/** Conditions on `graduate g`. */
export function addPlace(filters: Filters, { cohort, collegeId, className, counsellorId }: Place): void {
  filters.add('g."cohort" = ?', cohort);
  filters.add('g."collegeId" = ?', collegeId);
  filters.add('g."className" = ?', className);
  filters.add('g."counsellorId" = ?', counsellorId);
}
