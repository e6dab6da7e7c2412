import createClient from 'openapi-fetch';
import type { paths } from '../../generated/openapi.ts';
import { language } from '../text/language.ts';
import { NoAnswerError, problemOf } from './problem.ts';

/** The API with the types of its OpenAPI document. Throws ProblemError for a refusal, NoAnswerError when nothing came back. */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin' });

api.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', language());
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
    return undefined;
  },
  onError({ error }) {
    return error instanceof TypeError ? new NoAnswerError() : undefined;
  },
});

/** What a call has answered. */
export async function answerOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}
