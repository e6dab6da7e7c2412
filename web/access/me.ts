import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '../../generated/openapi.ts';
import { answerOf, api } from '../http/client.ts';

export type Me = components['schemas']['Me'];

export const meQuery = queryOptions<Me>({ queryKey: ['me'], queryFn: ({ signal }) => answerOf(api.GET('/api/me', { signal })), staleTime: 60_000 });

/** Who is signed in. Fails with status 401 for nobody. */
export const useMe = (): UseQueryResult<Me> => useQuery(meQuery);
