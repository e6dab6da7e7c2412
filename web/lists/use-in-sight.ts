import { defaultRangeExtractor, useVirtualizer, type Range, type ReactVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, type RefObject } from 'react';
import type { Pages } from './use-pages.ts';

/** How many rows beyond what is seen are drawn. */
const beyond = 8;

interface Props<T> {
  readonly pages: Pick<Pages<T>, 'rows' | 'hasMore' | 'more'>;
  readonly keyOf: (row: T) => string;
  /** What scrolls. */
  readonly box: RefObject<HTMLElement | null>;
  /** Pixels of a usual row; each that is as high is laid out once. */
  readonly rowHeight: number;
}

/** Of a list of any length the rows in sight, and the one with the focus with its neighbours wherever that is, so that Tab goes on from there; the next page comes as somebody scrolls. */
export function useInSight<T>({
  pages: { rows, hasMore, more },
  keyOf,
  box,
  rowHeight,
}: Props<T>): ReactVirtualizer<HTMLElement, HTMLElement> {
  // Kept, since another function means other rows: all of them would be gone through at each scroll.
  const getItemKey = useCallback((index: number) => keyOf(rows[index] as T), [keyOf, rows]);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      const focused = box.current?.querySelector('[data-index]:focus-within')?.getAttribute('data-index');
      if (!focused) return seen;
      const near = [-1, 0, 1].map((by) => Number(focused) + by).filter((index) => index >= 0 && index < range.count);
      return [...new Set([...seen, ...near])].sort((one, other) => one - other);
    },
    [box],
  );
  // eslint-disable-next-line react-hooks/incompatible-library -- measured anew at each scroll, so nothing of it may be kept
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: beyond,
    getItemKey,
    rangeExtractor,
  });
  const last = virtual.calculateRange()?.endIndex ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - 2 * beyond) more();
  }, [hasMore, last, rows.length, more]);
  return virtual;
}
