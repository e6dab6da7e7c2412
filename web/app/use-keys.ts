import { useEffect, useRef } from 'react';

/** What each key does, by what the keyboard calls it; undefined where it does nothing at the moment. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

const typing = 'input:not([type=checkbox]), select, textarea, dialog';

/** Single keys for a page; they are left alone while somebody types, and where they are turned off (WCAG 2.1.4). */
export function useKeys(keys: Keys, on: boolean): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || (event.repeat && event.key === 'a')) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
