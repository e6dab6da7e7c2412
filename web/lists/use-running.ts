import { useQuery, type QueryKey, type UseQueryResult } from '@tanstack/react-query';

const lookAgainMs = 1_500;

/** A list of works of the server, looked at again while one of them goes on. */
export function useRunning<T, L extends { readonly items: readonly T[] } = { readonly items: readonly T[] }>(
  key: QueryKey, ask: (signal: AbortSignal) => Promise<L & { readonly items: readonly T[] }>, isRunning: (item: T) => boolean, enabled = true,
): UseQueryResult<L & { readonly items: readonly T[] }> {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => ask(signal), enabled, refetchInterval: ({ state: { data } }) => (data?.items.some(isRunning) ? lookAgainMs : false) });
}
