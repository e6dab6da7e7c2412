import { Agent, request } from 'node:http';
import type { Question } from './live-numbers.ts';

/** Difference of two means of latency, in microseconds and as Cohen's d, each with the half width of its 95 % interval. */
export interface TimingDifference {
  readonly requests: number;
  readonly meanUs: number;
  readonly meanBoundUs: number;
  readonly effect: number;
  readonly effectBound: number;
  readonly medianUs: number;
}

/** Asks both kinds of question in random order, one after the other over one connection, and compares how long the answers took. */
export async function timingDifference(
  url: string,
  first: readonly Question[],
  second: readonly Question[],
  requests: number,
): Promise<TimingDifference> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const latencies: [number[], number[]] = [[], []];
  for (let count = 0; count < requests + 1_000; count += 1) {
    const side = Math.random() < 0.5 ? 0 : 1;
    const questions = side === 0 ? first : second;
    const began = performance.now();
    await ask(url, agent, questions[Math.floor(Math.random() * questions.length)]);
    // The first thousand warm both sides up.
    if (count >= 1_000) latencies[side].push((performance.now() - began) * 1_000);
  }
  agent.destroy();
  const [a, b] = latencies.map((values) => describe(trimmed(values)));
  if (!a || !b) throw new Error('nothing was measured');
  const pooled = Math.sqrt((a.variance + b.variance) / 2);
  const meanUs = a.mean - b.mean;
  const meanBoundUs = 1.96 * Math.sqrt(a.variance / a.count + b.variance / b.count);
  return { requests, meanUs, meanBoundUs, effect: meanUs / pooled, effectBound: meanBoundUs / pooled, medianUs: a.median - b.median };
}

/** Without the slowest hundredth, which is the machine's doing: leaving it in would only hide a difference. */
const trimmed = (values: readonly number[]): number[] => values.toSorted((x, y) => x - y).slice(0, Math.ceil(values.length * 0.99));

function describe(values: readonly number[]): { count: number; mean: number; variance: number; median: number } {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  return {
    count,
    mean,
    variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1),
    median: values[Math.floor(count / 2)] ?? 0,
  };
}

function ask(url: string, agent: Agent, question: Question | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify(question);
    const sent = request(
      `${url}/api/verification/dossier`,
      { agent, method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), origin: url } },
      (response) => {
        response.resume().once('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(String(response.statusCode)))));
      },
    );
    sent.once('error', reject).end(body);
  });
}
