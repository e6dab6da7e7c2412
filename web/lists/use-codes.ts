import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answerOf, api } from '../http/client.ts';
import { useBilingual } from '../text/words.ts';
import type { paths } from '../../generated/openapi.ts';

type ListName = paths['/api/codes/{list}']['get']['parameters']['path']['list'];

/** The names of a code list; a code that is not in it is shown as it is. */
export function useCodes(list: ListName): (code: string) => string {
  const inWords = useBilingual();
  const { data } = useQuery({
    queryKey: ['codes', list],
    queryFn: ({ signal }) => answerOf(api.GET('/api/codes/{list}', { params: { path: { list } }, signal })),
    staleTime: Infinity,
  });
  return useCallback(
    (code: string) => {
      const found = data?.codes.find((entry) => entry.code === code);
      return found ? inWords(found) : code;
    },
    [data, inWords],
  );
}
