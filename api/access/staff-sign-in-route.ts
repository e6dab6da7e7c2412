import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { passwordLimit } from '../../domain/access/new-password.ts';
import { lockMinutes, signInStaff, type StaffSignIn } from '../../infra/identity/staff-sign-in.ts';
import { json } from '../http/answer.ts';
import { openRoute } from '../http/route.ts';
import { RetryLater } from '../http/refusals.ts';
import { renewSession } from './finish-sign-in.ts';

const Credentials = z.strictObject({
  name: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(passwordLimit),
  code: z
    .string()
    .regex(/^\d{6}$/, { error: 'VALUE_WRONG' })
    .optional()
    .meta({ description: 'Six digits of the second factor' }),
});

/** Staff sign in by password and second factor; a wrong name, password and code have one answer. */
export const signInAsStaff = openRoute({
  method: 'post',
  path: '/api/sign-in',
  right: { resource: 'session', action: 'begin' },
  part: 'access',
  summary: 'Sign in as staff',
  body: Credentials,
  reply: z.object({ signedIn: z.literal(true) }),
  handle: async ({ deps, body, request, address }) => {
    const { pool, cipher, rateLimits, metrics } = deps;
    await rateLimits.take('signInByAddress', address);
    // Names that do not exist are counted like those that do, or being locked would tell which is which.
    const result: StaffSignIn = (await rateLimits.tryTake('signInByName', body.name))
      ? await signInStaff(
          {
            pool,
            cipher,
            takeCodeOnce: (accountId, step) => rateLimits.tryTake('codeOfSecondFactor', `${accountId}:${step}`),
          },
          body,
        )
      : { outcome: 'LOCKED' };
    metrics.countSignIn('STAFF', result.outcome);
    if (result.outcome === 'LOCKED') throw new RetryLater('SIGN_IN_LOCKED', lockMinutes * 60);
    if (result.outcome === 'REFUSED') throw new RefusalError('SIGN_IN_FAILED');
    await rateLimits.forget('signInByName', body.name);
    return json({ signedIn: true as const }, { cookies: await renewSession(deps, request, result.accountId) });
  },
});
