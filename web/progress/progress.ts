import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '../../generated/openapi.ts';
import { answerOf, api } from '../http/client.ts';

export type ClassProgress = components['schemas']['ClassProgress'];

/** What somebody may have to do next, in the order of a season. */
export const lackKinds = ['CHECK', 'REGISTRATION', 'CONFIRMATION', 'CORRECTION', 'GRANT'] as const;
export type Lack = (typeof lackKinds)[number];

/** Where the classes of whoever looks stand (X31). */
export function useProgress(): UseQueryResult<{ classes: ClassProgress[] }> {
  return useQuery({ queryKey: ['progress'], queryFn: ({ signal }) => answerOf(api.GET('/api/progress', { signal })) });
}
