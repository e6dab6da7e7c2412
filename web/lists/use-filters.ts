import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Filters of a list in its address, so that back, reload and a link to a colleague keep them. Codes and ids only: no personal data stands in addresses. */
export function useFilters(): { readonly get: (name: string) => string; readonly set: (name: string, value: string) => void } {
  const [search, change] = useSearchParams();
  const get = useCallback((name: string) => search.get(name) ?? '', [search]);
  const set = useCallback(
    (name: string, value: string) =>
      change(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [change],
  );
  return { get, set };
}
