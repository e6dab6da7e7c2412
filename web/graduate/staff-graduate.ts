import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { components } from '../../generated/openapi.ts';
import { answerOf, api } from '../http/client.ts';

export type StaffGraduate = components['schemas']['GraduateForStaff'];

/** A graduate-year as a desk sees it. */
export function useStaffGraduate(id: string): UseQueryResult<StaffGraduate> {
  return useQuery({
    queryKey: ['graduate', id],
    queryFn: async ({ signal }) => {
      const graduate = await answerOf(api.GET('/api/graduates/{id}', { params: { path: { id } }, signal }));
      if (graduate.view !== 'STAFF') throw new TypeError('this page is the desk’s');
      return graduate;
    },
  });
}
