import { z } from 'zod';
import { NewPassword, passwordLimit } from '../../domain/access/new-password.ts';
import { replacePassword } from '../../infra/identity/change-password.ts';
import { nothing } from '../http/answer.ts';
import { invalidRequest } from '../http/refusals.ts';
import { route } from '../http/route.ts';

/** One's own password; for who has signed in with a one-time password the only way on. */
export const changePassword = route({
  method: 'post',
  path: '/api/me/password',
  right: { resource: 'password', action: 'change' },
  part: 'access',
  status: 204,
  beforeReady: true,
  summary: 'Change your own password',
  description: 'With the present one. Sessions elsewhere end.',
  body: z.strictObject({ password: z.string().min(1).max(passwordLimit), newPassword: NewPassword }),
  handle: async ({ deps, session, body }) => {
    await deps.rateLimits.take('secondFactorByAccount', session.accountId);
    if (body.newPassword.normalize('NFC') === body.password.normalize('NFC'))
      throw invalidRequest({ field: 'newPassword', code: 'PASSWORD_SAME' });
    await replacePassword(deps, session, body);
    return nothing();
  },
});
