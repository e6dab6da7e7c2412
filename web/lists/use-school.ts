import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '../../generated/openapi.ts';
import { answerOf, api } from '../http/client.ts';

export type SchoolPlaces = components['schemas']['SchoolPlaces'];

/** Colleges, cohorts and classes of the school, which filters choose from. */
export function useSchool(enabled = true): UseQueryResult<SchoolPlaces> {
  return useQuery({
    queryKey: ['school'],
    enabled,
    queryFn: ({ signal }) => answerOf(api.GET('/api/school', { signal })),
    staleTime: 300_000,
  });
}
