import type { Pages } from './use-pages.ts';
import { useListWords } from './words.ts';

/** Asks for the next page of a list that is no table. */
export function OlderRows({ pages: { hasMore, isLoadingMore, more } }: { readonly pages: Pages<unknown> }) {
  const say = useListWords();
  return (
    hasMore && (
      <button type="button" className="plain-button" disabled={isLoadingMore} onClick={more}>
        {say('older')}
      </button>
    )
  );
}
