import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { paths } from '../../generated/openapi.ts';
import { answerOf, api } from '../http/client.ts';

type SchoolCountsReply = paths['/api/statistics/schools']['get']['responses'][200]['content']['application/json'];

/** The schools of a jurisdiction with their names and counts. */
export function useSchoolCounts(): UseQueryResult<SchoolCountsReply> {
  return useQuery({
    queryKey: ['statistics', 'schools'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/statistics/schools', { params: { query: {} }, signal })),
  });
}
