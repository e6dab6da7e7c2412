import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '../../generated/openapi.ts';
import { answerOf, api } from '../http/client.ts';

export type OwnGraduate = components['schemas']['OwnGraduate'];
export type AllowedAction = components['schemas']['AllowedAction'];

export const ownGraduateQuery = (id: string) => queryOptions<OwnGraduate>({
  queryKey: ['graduate', id],
  // Another tab, or a desk, may have changed it while nobody looked here.
  refetchOnWindowFocus: 'always',
  queryFn: async ({ signal }) => {
    const graduate = await answerOf(api.GET('/api/graduates/{id}', { params: { path: { id } }, signal }));
    if (graduate.view !== 'OWN') throw new TypeError('this page is the graduate’s own');
    return graduate;
  },
});

/** The graduate-year of who is signed in. */
export const useOwnGraduate = (id: string): UseQueryResult<OwnGraduate> => useQuery(ownGraduateQuery(id));
