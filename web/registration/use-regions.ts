import { useQuery } from '@tanstack/react-query';

type Regions = typeof import('../../domain/regions/regions.ts');

/** The list of regions once it is here: half as heavy as all else a phone needs, so that it comes behind the page. */
export function useRegions(): Regions | undefined {
  return useQuery<Regions>({
    queryKey: ['region-list'],
    queryFn: () => import('../../domain/regions/regions.ts'),
    staleTime: Infinity,
    gcTime: Infinity,
    retry: 3,
    structuralSharing: false,
  }).data;
}
