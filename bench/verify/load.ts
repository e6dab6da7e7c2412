import autocannon from 'autocannon';
import type { Question } from './live-numbers.ts';

export interface Load {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly answers: number;
}

const addresses = 20_000;

/** Questions over HTTP from many addresses (as a proxy would say), so many connections at once; every answer must hold what it should. */
export async function load(
  url: string,
  questions: readonly Question[],
  expected: string,
  { connections, seconds, perSecond }: { connections: number; seconds: number; perSecond?: number },
): Promise<Load> {
  let wrong = 0;
  let next = Math.floor(Math.random() * questions.length);
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    ...(perSecond !== undefined && { overallRate: perSecond }),
    requests: [
      {
        method: 'POST',
        path: '/api/verification/dossier',
        setupRequest: (request) => {
          const address = Math.floor(Math.random() * addresses);
          next = (next + 1) % questions.length;
          return {
            ...request,
            body: JSON.stringify(questions[next]),
            headers: {
              'content-type': 'application/json',
              origin: url,
              'x-forwarded-for': `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`,
            },
          };
        },
        onResponse: (status, body) => {
          if (status !== 200 || !body.includes(expected)) wrong += 1;
        },
      },
    ],
  });
  if (wrong > 0 || result.errors > 0) throw new Error(`${url}: ${wrong} wrong answers, ${result.errors} errors`);
  return {
    perSecond: result.requests.total / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    answers: result.requests.total,
  };
}
