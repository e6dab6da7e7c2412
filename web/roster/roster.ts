import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '../../generated/openapi.ts';
import { answerOf, api } from '../http/client.ts';

export type Roster = components['schemas']['RosterImport'];
export type RosterRow = components['schemas']['RosterRow'];

const lookAgainMs = 1_500;
/** A commit begins a moment after it was asked for, and a colleague may have asked. */
const lookNowAndThenMs = 3_000;
const moving: readonly Roster['status'][] = ['UPLOADED', 'VALIDATING', 'MENDED', 'IMPORTING', 'UNDOING'];

/** True while a worker has it in hand, or is about to, so that the page looks again by itself. */
export const isAtWork = ({ status, asked, sections, lifecycles }: Roster): boolean =>
  asked !== null ||
  moving.includes(status) ||
  (sections.decision !== null && sections.carriedOutAt === null) ||
  (status === 'IMPORTED' && lifecycles.waiting > 0);

export function useRoster(id: string): UseQueryResult<Roster> {
  return useQuery({
    queryKey: ['roster', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/rosters/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) =>
      data && isAtWork(data) ? lookAgainMs : data?.status === 'VALIDATED' ? lookNowAndThenMs : false,
  });
}
