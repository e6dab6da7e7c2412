import type { Request } from 'express';
import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { bindPerson } from '../../infra/identity/bind-person.ts';
import type { SignInFlow, VerifiedPerson } from '../../infra/identity/open-id.ts';
import { beginSession, endSession, findSession, markProofed } from '../../infra/identity/sessions.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { redirect, type Answer, type Cookie } from '../http/answer.ts';
import { cookieOf } from '../http/exchange.ts';
import { openRoute } from '../http/route.ts';
import { isUnavailable } from '../http/unavailable.ts';
import { flowCookie, readFlow } from './flow-cookie.ts';
import { sessionCookie, sessionCookieName } from './session-cookie.ts';

/** A proofing counts when the provider did it just now, by its own clock. */
const proofingAgeSeconds = 120;

/** Where the provider sends the browser back to, for sign-in and proofing alike. */
export const finishSignIn = openRoute({
  method: 'get',
  path: '/auth/callback',
  right: { resource: 'session', action: 'begin' },
  part: 'access',
  status: 303,
  summary: 'Return from the OpenID provider',
  description: 'Called by the provider’s redirect. ROSTER_ENTRY_NOT_FOUND when no roster has the person (R4).',
  query: z.looseObject({}),
  handle: async ({ deps, request, address }) => {
    await deps.rateLimits.take('openIdByAddress', address);
    const flow = readFlow(deps, request);
    if (!flow) throw new RefusalError('SIGN_IN_FAILED');
    const person = await verify(deps, request, flow);
    return flow.purpose === 'PROOFING' ? proofed(deps, request, flow, person) : signedIn(deps, request, flow, person);
  },
});

async function verify({ openId, config, logger, metrics }: ApiDependencies, request: Request, flow: SignInFlow): Promise<VerifiedPerson> {
  try {
    return await openId.finish(new URL(request.originalUrl, config.http.publicUrl), flow);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    logger.warn({ err: error }, 'sign-in refused by the provider or by our checks');
    metrics.countSignIn('GRADUATE', 'REFUSED');
    throw new RefusalError('SIGN_IN_FAILED');
  }
}

async function signedIn(deps: ApiDependencies, request: Request, { returnTo }: SignInFlow, person: VerifiedPerson): Promise<Answer<never>> {
  const { pool, cipher, index, newId, config, metrics } = deps;
  const accountId = await bindPerson({ pool, cipher, index, newId, issuer: config.identity.issuer }, person);
  metrics.countSignIn('GRADUATE', accountId === undefined ? 'ROSTER_ENTRY_NOT_FOUND' : 'SIGNED_IN');
  if (accountId === undefined) throw new RefusalError('ROSTER_ENTRY_NOT_FOUND', { clause: 'R4' });
  return redirect(returnTo, [...(await renewSession(deps, request, accountId)), flowCookie(deps, null)]);
}

/** A session never survives a sign-in: its token might have been planted. */
export async function renewSession({ pool, config }: ApiDependencies, request: Request, accountId: string): Promise<Cookie[]> {
  const old = cookieOf(request, sessionCookieName(config));
  if (old !== undefined) await endSession(pool, old);
  return [sessionCookie(config, await beginSession(pool, accountId))];
}

async function proofed(deps: ApiDependencies, request: Request, { returnTo }: SignInFlow, person: VerifiedPerson): Promise<Answer<never>> {
  const { pool, config } = deps;
  const token = cookieOf(request, sessionCookieName(config));
  const session = token === undefined ? undefined : await findSession(pool, token);
  if (!session) throw new RefusalError('NOT_SIGNED_IN');
  const ageSeconds = Date.now() / 1000 - (person.auth_time ?? 0);
  // The face must be that of whoever is signed in, and the proofing a new one.
  if (person.sub !== session.subject || person.acr !== config.identity.proofingAcr || ageSeconds > proofingAgeSeconds) {
    throw new RefusalError('PROOFING_REQUIRED', { clause: 'R26' });
  }
  await markProofed(pool, session.digest);
  return redirect(returnTo, [flowCookie(deps, null)]);
}
