interface Waiting<I, O> {
  readonly item: I;
  readonly resolve: (answer: O) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes one call out of many that come at the same time. What is asked while a call is under way goes into the next one,
 * so nothing waits for a timer, and the more there is to do, the less each costs. `run` answers in the order of the items;
 * when it fails, all of that call fail.
 */
export function gather<I, O>(
  run: (items: readonly I[]) => Promise<readonly O[]>,
  { lanes, most }: { lanes: number; most: number },
): (item: I) => Promise<O> {
  const waiting: Waiting<I, O>[] = [];
  let running = 0;
  let planned = false;

  const begin = (): void => {
    planned = false;
    while (running < lanes && waiting.length > 0) void serve(waiting.splice(0, most));
  };
  const plan = (): void => {
    if (planned || running >= lanes) return;
    planned = true;
    // After the sockets that are readable now have been read.
    setImmediate(begin);
  };
  const serve = async (batch: readonly Waiting<I, O>[]): Promise<void> => {
    running += 1;
    try {
      const answers = await run(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(answers[index] as O));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      running -= 1;
      plan();
    }
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      plan();
    });
}
