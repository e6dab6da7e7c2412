import type { components } from '../../generated/openapi.ts';
import { bilingual } from '../text/words.ts';

export type Problem = components['schemas']['Problem'];

/** The server has refused, and says why (RFC 9457). */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** Seconds after which it may be tried again; undefined when the server names none. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.code);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** Nothing came back: no network, or the server is being restarted. What was sent may or may not have arrived. */
export class NoAnswerError extends Error {}

/** True when the same request may well succeed a little later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof NoAnswerError || (error instanceof ProblemError && [502, 503, 504].includes(error.problem.status));

export const statusOf = (error: unknown): number | undefined => (error instanceof ProblemError ? error.problem.status : undefined);

const noAnswer = { zh: '没有收到答复，请检查网络。', en: 'No answer came: check the network.' };

/** What to tell the person. */
export function explain(error: unknown): string {
  if (error instanceof ProblemError) return bilingual(error.problem.words.detail);
  if (error instanceof NoAnswerError) return bilingual(noAnswer);
  throw error;
}

export async function problemOf(response: Response): Promise<ProblemError> {
  const retryAfter = Number(response.headers.get('Retry-After'));
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined;
  return new ProblemError(problem?.words ? problem : unreadable(response.status), retryAfter > 0 ? retryAfter : undefined);
}

/** A proxy's page instead of our document. */
function unreadable(status: number): Problem {
  const words = { zh: '服务暂时不可用', en: 'The service is not available at the moment' };
  return {
    type: 'about:blank',
    title: words.zh,
    status: status < 500 ? status : 503,
    detail: words.zh,
    instance: '',
    code: 'UNAVAILABLE',
    words: { ...words, detail: words },
  };
}
