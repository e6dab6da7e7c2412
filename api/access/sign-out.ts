import { endSession } from '../../infra/identity/sessions.ts';
import { nothing } from '../http/answer.ts';
import { cookieOf } from '../http/exchange.ts';
import { route } from '../http/route.ts';
import { sessionCookie, sessionCookieName } from './session-cookie.ts';

/** Ends the session in the record, so that a copied cookie is worth nothing. */
export const signOut = route({
  method: 'post',
  path: '/api/sign-out',
  right: { resource: 'session', action: 'end' },
  part: 'access',
  status: 204,
  beforeReady: true,
  summary: 'Sign out',
  handle: async ({ deps, request }) => {
    await endSession(deps.pool, cookieOf(request, sessionCookieName(deps.config)) ?? '');
    return nothing([sessionCookie(deps.config, null)]);
  },
});
