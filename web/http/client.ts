import createClient from 'openapi-fetch';
import type { paths } from '../../generated/openapi.ts';
import { language } from '../text/language.ts';
import { NoAnswerError, problemOf } from './problem.ts';

/** The API with the types of its OpenAPI document. Throws ProblemError for a refusal, NoAnswerError when nothing came back. */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin' });

// The document has these on their way before this script is here (api/pages); with another header they would be asked for again. What they answer is in both languages.
const askedByDocument = /^\/api\/(me|graduates\/[^/]+)$/;

api.use({
  onRequest({ request }) {
    if (!askedByDocument.test(new URL(request.url).pathname)) request.headers.set('Accept-Language', language());
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
