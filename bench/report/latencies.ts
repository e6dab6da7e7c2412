/** Latencies of one run in milliseconds, and what they come to. */
export interface Measured {
  readonly count: number;
  readonly errors: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Runs jobs, so many at once, and measures each. A job that rejects is an error. */
export async function measure(jobs: readonly (() => Promise<void>)[], atOnce: number): Promise<Measured> {
  const latencies: number[] = [];
  let errors = 0;
  let next = 0;
  const began = performance.now();
  const client = async () => {
    for (let job = jobs[next++]; job; job = jobs[next++]) {
      const start = performance.now();
      await job().catch(() => {
        errors += 1;
      });
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  const seconds = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0) * 10) / 10;
  return { count: jobs.length, errors, perSecond: Math.round((jobs.length / seconds) * 10) / 10, p50Ms: at(0.5), p99Ms: at(0.99) };
}
