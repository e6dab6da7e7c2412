import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '../../generated/openapi.ts';
import { can, type Right } from '../../domain/access/rights.ts';
import { answerOf, api } from '../http/client.ts';
import { queryClient } from '../http/query-client.ts';

export type Me = components['schemas']['Me'];

const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }): Promise<Me> => answerOf(api.GET('/api/me', { signal })),
  staleTime: 60_000,
});

/** Asks while the page's script is still on its way. */
export function askForMe(): null {
  void queryClient.prefetchQuery(meQuery);
  return null;
}

/** Who is signed in. Fails with status 401 for nobody. */
export function useMe(): UseQueryResult<Me> {
  return useQuery(meQuery);
}

/** Whether one of the person's posts has the right somewhere. */
export const mayDo = (me: Me, right: Right): boolean => me.posts.some(({ role }) => can(role, right) !== undefined);
