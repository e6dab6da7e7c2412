import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isPassing, statusOf } from './problem.ts';

const retries = 3;

/** Asks again only where that can help. A session that has ended is written down where the layouts see it. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteEndOfSession }),
  mutationCache: new MutationCache({ onError: noteEndOfSession }),
  defaultOptions: {
    queries: { retry: (count, error) => isPassing(error) && count < retries, staleTime: 10_000 },
  },
});

export const endOfSession = ['end-of-session'] as const;

function noteEndOfSession(error: Error): void {
  if (statusOf(error) === 401) queryClient.setQueryData(endOfSession, true);
}
