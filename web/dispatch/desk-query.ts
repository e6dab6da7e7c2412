import { readSerial } from '../../domain/dispatch/serial.ts';
import type { DispatchStatus } from '../../domain/dispatch/dispatch-status.ts';
import { useFilters } from '../lists/use-filters.ts';

/** What the list of dispatches is cut to, as it stands in the address. */
export interface DispatchQuery {
  readonly status: DispatchStatus | null;
  readonly cohort: number | null;
  readonly collegeId: string | null;
  readonly serial: string | null;
  readonly overdue: boolean;
  readonly numberDead: boolean;
}

export function useDispatchQuery(newestCohort: number | undefined): DispatchQuery {
  const { get } = useFilters();
  const serial = get('serial');
  return {
    status: (get('status') || null) as DispatchStatus | null,
    cohort: (Number(get('cohort')) || newestCohort) ?? null,
    collegeId: get('college') || null,
    serial: readSerial(serial) ? serial : null,
    overdue: get('attention') === 'overdue',
    numberDead: get('attention') === 'dead',
  };
}
