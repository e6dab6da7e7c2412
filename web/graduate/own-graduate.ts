import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import type { components } from '../../generated/openapi.ts';
import { answerOf, api } from '../http/client.ts';
import { queryClient } from '../http/query-client.ts';
import { sections } from './sections.ts';

export type OwnGraduate = components['schemas']['OwnGraduate'];
export type AllowedAction = components['schemas']['AllowedAction'];

const lookAgainMs = 30_000;
const isInReview = ({ sections: records }: OwnGraduate): boolean =>
  sections.some((section) => ['COLLEGE_REVIEW', 'SCHOOL_REVIEW'].includes(records[section].status));

const ownGraduateQuery = (id: string) =>
  queryOptions({
    queryKey: ['graduate', id],
    // Another tab, or a desk, may have changed it while nobody looked here.
    refetchOnWindowFocus: 'always',
    queryFn: async ({ signal }): Promise<OwnGraduate> => {
      const graduate = await answerOf(api.GET('/api/graduates/{id}', { params: { path: { id } }, signal }));
      if (graduate.view !== 'OWN') throw new TypeError('this page is the graduate’s own');
      return graduate;
    },
    // While a desk has something in hand, its answer comes to a page that stays open; in the background nothing is asked.
    refetchInterval: ({ state: { data } }) => (data && isInReview(data) ? lookAgainMs : false),
  });

/** Asks while the page's script is still on its way. */
export function askForOwnGraduate({ params }: LoaderFunctionArgs): null {
  if (params.graduateId !== undefined) void queryClient.prefetchQuery(ownGraduateQuery(params.graduateId));
  return null;
}

/** The graduate-year of who is signed in. */
export const useOwnGraduate = (id: string): UseQueryResult<OwnGraduate> => useQuery(ownGraduateQuery(id));
