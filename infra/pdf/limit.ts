/** Runs at most `count` pieces of work at once, in the order in which they came. */
export const createLimit = (count: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The place goes from hand to hand, so nobody who comes later can overtake.
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
};
