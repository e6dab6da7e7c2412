import type { Request, Response } from 'express';
import { Language } from '../../domain/text/language.ts';

/** What the middleware notes about a request. */
interface Notes {
  requestId: string;
  /** `performance.now()` when the whole request had been received (X13). */
  receivedAt: number;
  /** Pattern of the route that answered, for logs and metrics. */
  route: string;
}

const notesOf = (response: Response): Partial<Notes> => response.locals as Partial<Notes>;

export const note = (response: Response, notes: Partial<Notes>): void => void Object.assign(response.locals, notes);
export const requestIdOf = (response: Response): string => notesOf(response).requestId ?? '';
export const receivedAtOf = (response: Response): number => notesOf(response).receivedAt ?? performance.now();
export const routeOf = (response: Response): string => notesOf(response).route ?? 'unmatched';

/** The reader's language: Chinese unless English is preferred. */
export function languageOf(request: Request): Language {
  return Language.catch('zh').parse(request.acceptsLanguages(['zh', 'en']));
}

/** The value of a cookie as it was sent; undefined when there is none. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const separator = pair.indexOf('=');
    if (separator > 0 && pair.slice(0, separator).trim() === name) return pair.slice(separator + 1).trim();
  }
  return undefined;
}
