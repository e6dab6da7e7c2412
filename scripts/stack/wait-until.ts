import { setTimeout as delay } from 'node:timers/promises';

/** Asks until the answer is yes. Throws what `explain` says once the time is over. An error of the question counts as no. */
export async function waitUntil(
  question: () => Promise<boolean> | boolean,
  { timeoutMs, intervalMs = 50, explain }: { timeoutMs: number; intervalMs?: number; explain: (lastError: unknown) => Error },
): Promise<void> {
  const end = Date.now() + timeoutMs;
  let lastError: unknown;
  for (;;) {
    try {
      if (await question()) return;
    } catch (error) {
      lastError = error;
    }
    if (Date.now() > end) throw explain(lastError);
    await delay(intervalMs);
  }
}
