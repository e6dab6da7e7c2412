import { z } from 'zod';
import { beginEnrolment, confirmEnrolment } from '../../infra/identity/enrol-second-factor.ts';
import { passwordLimit } from '../../domain/access/new-password.ts';
import { json, nothing } from '../http/answer.ts';
import { route } from '../http/route.ts';

const right = { resource: 'secondFactor', action: 'enrol' } as const;
const Code = z.string().regex(/^\d{6}$/, { error: 'VALUE_WRONG' });

/** The address is shown once and holds the secret; an authenticator application reads it as a QR code. */
export const beginSecondFactor = route({
  method: 'post',
  path: '/api/second-factor',
  right,
  part: 'access',
  beforeReady: true,
  summary: 'Begin to enrol or replace a second factor',
  description: 'With the password again and, when one is enrolled, a code of it. In force only when a code of the new one has come back.',
  body: z.strictObject({ password: z.string().min(1).max(passwordLimit), code: Code.optional() }),
  reply: z.object({ uri: z.string() }),
  handle: async ({ deps, session, body }) => {
    await deps.rateLimits.take('secondFactorByAccount', session.accountId);
    return json({ uri: await beginEnrolment(deps, session, body) });
  },
});

export const confirmSecondFactor = route({
  method: 'post',
  path: '/api/second-factor/confirmation',
  right,
  part: 'access',
  status: 204,
  beforeReady: true,
  summary: 'Put the new second factor in force',
  body: z.strictObject({ code: Code }),
  handle: async ({ deps, session, body }) => {
    await deps.rateLimits.take('secondFactorByAccount', session.accountId);
    await confirmEnrolment(deps, session, body.code);
    return nothing();
  },
});
