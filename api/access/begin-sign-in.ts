import { redirect } from '../http/answer.ts';
import { openRoute, route } from '../http/route.ts';
import { flowCookie } from './flow-cookie.ts';
import { returnToQuery } from './return-to.ts';

/** A graduate's sign-in begins at the OpenID provider (X15). */
export const beginSignIn = openRoute({
  method: 'get',
  path: '/auth/sign-in',
  right: { resource: 'session', action: 'begin' },
  part: 'access',
  status: 303,
  summary: 'Sign in as a graduate',
  description: 'Leads the browser to the OpenID provider and back to `returnTo`.',
  query: returnToQuery,
  handle: async ({ deps, query, address }) => {
    await deps.rateLimits.take('openIdByAddress', address);
    const { url, flow } = await deps.openId.begin('SIGN_IN', query.returnTo);
    return redirect(url.href, [flowCookie(deps, flow)]);
  },
});

/** 实人认证: the step-up that a grant needs (R26, X15). */
export const beginProofing = route({
  method: 'get',
  path: '/auth/proof',
  right: { resource: 'proofing', action: 'begin' },
  part: 'access',
  status: 303,
  summary: 'Prove your identity',
  description: 'Leads the browser to the provider for identity proofing; only the result and its time are kept.',
  query: returnToQuery,
  handle: async ({ deps, query }) => {
    const { url, flow } = await deps.openId.begin('PROOFING', query.returnTo);
    return redirect(url.href, [flowCookie(deps, flow)]);
  },
});
