import { useEffect } from 'react';
import { useAppWords } from './words.ts';

/** The document's title: the page first, since that is what a row of tabs shows. */
export function useTitle(page?: string): void {
  const say = useAppWords();
  const title = page === undefined ? say('title') : `${page} · ${say('title')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
