import { useEffect, useState } from 'react';

const lookAgainMs = 15_000;

/** The time of this machine in milliseconds, looked at again every quarter of a minute; for showing only, the server decides. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookAgainMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
