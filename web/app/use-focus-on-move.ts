import { useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** For what has changed so much that the place of the focus is gone. */
export function focusContent(): void {
  document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
}

/** After a move within the application the focus is at the content, and that at its beginning: else it stays with a link that is gone, and nothing is read out. */
export function useFocusOnMove(): void {
  const { pathname } = useLocation();
  const way = useNavigationType();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    focusContent();
    // Back and forward are where they were.
    if (way !== NavigationType.Pop) window.scrollTo(0, 0);
  }, [pathname, way]);
}
