import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../generated/openapi.ts';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';

type SavedFilters = components['schemas']['SavedFilters'];
type Saved = SavedFilters['filters'][number];

const queryKey = ['saved-filters', 'graduates'];
const most = 12;

/** Filters kept by name with the account: ids, codes and classes as they stand in the address, nothing about anybody. */
export function useSavedFilters() {
  const cache = useQueryClient();
  const { data } = useQuery({ queryKey, queryFn: ({ signal }) => answerOf(api.GET('/api/me/saved-filters/graduates', { signal })) });
  const keeping = useCommand(
    (filters: readonly Saved[]) => answerOf(api.POST('/api/me/saved-filters/graduates', { body: { filters: [...filters] } })),
    (kept) => cache.setQueryData<SavedFilters>(queryKey, kept),
  );
  const saved = data?.filters ?? [];
  const without = (name: string) => saved.filter((one) => one.name !== name);
  return {
    saved,
    keeping,
    /** All are kept at once, so that none is before they are known. */
    isKnown: data !== undefined,
    save: (name: string, search: string) => keeping.mutate([...without(name), { name, search }].slice(-most)),
    remove: (name: string) => keeping.mutate(without(name)),
  };
}
