/**
 * Lets a property begin no run once its time is over. The time limit of fast-check itself abandons a run in its middle: that goes on behind
 * the next test file, and ends it when it meets a connection that is closed.
 */
export function within<Values extends unknown[]>(
  limitMs: number,
  run: (...values: Values) => Promise<void>,
): (...values: Values) => Promise<void> {
  const end = performance.now() + limitMs;
  return async (...values) => {
    if (performance.now() < end) await run(...values);
  };
}
