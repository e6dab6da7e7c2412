import { infiniteQueryOptions } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { askForOwnGraduate } from '../graduate/own-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { queryClient } from '../http/query-client.ts';

/** Who looked at a number of the graduate, newest first. */
export const ownLookupsQuery = (graduateId: string) =>
  infiniteQueryOptions({
    queryKey: ['lookups', graduateId],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/graduates/{id}/lookups', {
          params: { path: { id: graduateId }, query: pageParam === '' ? {} : { cursor: pageParam } },
          signal,
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Asks for both, while the page's script is still on its way. */
export function askForGrants(to: LoaderFunctionArgs): null {
  if (to.params.graduateId !== undefined) void queryClient.prefetchInfiniteQuery(ownLookupsQuery(to.params.graduateId));
  return askForOwnGraduate(to);
}
