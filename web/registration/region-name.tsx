import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../http/client.ts';

/** A region by its joined name, asked for by itself: the list of all of them is what nobody should have to wait for. */
export function RegionName({ code }: { readonly code: string }) {
  const { data, isPending } = useQuery({
    queryKey: ['regions', code],
    queryFn: ({ signal }) => answerOf(api.GET('/api/regions', { params: { query: { within: code } }, signal })),
    staleTime: Infinity,
  });
  return <>{isPending ? '…' : (data?.within?.name ?? code)}</>;
}
