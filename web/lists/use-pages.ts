import { keepPreviousData, useInfiniteQuery, type InfiniteData, type QueryKey } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf } from '../http/client.ts';

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export interface Pages<T> {
  readonly rows: readonly T[];
  readonly isPending: boolean;
  /** It has come, and there is nothing in it. */
  readonly isEmpty: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly more: () => void;
  readonly again: () => void;
}

/** How many rows are asked for at once: the most that a list gives. */
export const pageSize = '200';

const lookAgainMs = 1_500;

interface Options<T> {
  readonly enabled?: boolean;
  /** For works of the server: looked at again while one of those shown goes on. */
  readonly isRunning?: (row: T) => boolean;
}

/** A list that comes page by page, as far as somebody has scrolled. */
export function usePages<T>(
  key: QueryKey,
  ask: (cursor: string | undefined, signal: AbortSignal) => Promise<{ data?: Page<T> }>,
  { enabled = true, isRunning = () => false }: Options<T> = {},
): Pages<T> {
  const query = useInfiniteQuery<Page<T>, Error, InfiniteData<Page<T>>, QueryKey, string | undefined>({
    queryKey: key,
    enabled,
    placeholderData: keepPreviousData,
    initialPageParam: undefined,
    refetchInterval: ({ state: { data } }) => (data?.pages.some(({ items }) => items.some(isRunning)) ? lookAgainMs : false),
    queryFn: ({ pageParam, signal }) => answerOf(ask(pageParam, signal)),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  return {
    rows,
    isPending: query.isPending && enabled,
    isEmpty: query.isSuccess && rows.length === 0,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
    again: () => void query.refetch(),
  };
}
