import { useCallback, useEffect, useState } from 'react';

/**
 * What is being typed, kept through reloads, sign-ins and mistaken taps on "back", for this tab only: others may use the
 * machine afterwards, and personal data must not stay on it. `restored` tells that it was not begun just now.
 */
export function useDraft<T>(
  name: string,
  initial: T,
): { readonly value: T; readonly restored: boolean; readonly change: (value: T) => void; readonly forget: () => void } {
  const key = `draft:${name}`;
  const [kept] = useState(() => read<T>(key));
  const [value, setValue] = useState<T>(kept ?? initial);
  const [touched, setTouched] = useState(kept !== undefined);
  useEffect(() => {
    if (touched) sessionStorage.setItem(key, JSON.stringify(value));
  }, [key, touched, value]);
  const change = useCallback((next: T) => {
    setTouched(true);
    setValue(next);
  }, []);
  const forget = useCallback(() => {
    setTouched(false);
    sessionStorage.removeItem(key);
  }, [key]);
  return { value, restored: kept !== undefined, change, forget };
}

function read<T>(key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}
