import { useFilters } from '../lists/use-filters.ts';

export type Kind = 'DOSSIER' | 'HUKOU';
export type NumberState = 'NONE' | 'CURRENT' | 'STALE' | 'ENDED';

/** What the list is cut to, as it stands in the address. */
export interface TransferQuery {
  readonly kind: Kind;
  readonly cohort: number | null;
  readonly collegeId: string | null;
  readonly className: string | null;
  readonly state: NumberState | null;
  readonly updatedFrom: string | null;
  readonly updatedUntil: string | null;
}

/** Days are days in Shanghai; the last of them counts as a whole. */
const startOf = (day: string): string | null => (day === '' ? null : `${day}T00:00:00+08:00`);
const endOf = (day: string): string | null => (day === '' ? null : `${day}T23:59:59+08:00`);

export function useTransferQuery(newestCohort: number | undefined): TransferQuery {
  const { get } = useFilters();
  const cohort = Number(get('cohort')) || newestCohort;
  return {
    kind: get('kind') === 'HUKOU' ? 'HUKOU' : 'DOSSIER',
    cohort: cohort ?? null,
    collegeId: get('college') || null,
    className: get('class') || null,
    state: (get('state') || null) as NumberState | null,
    updatedFrom: startOf(get('from')),
    updatedUntil: endOf(get('until')),
  };
}
