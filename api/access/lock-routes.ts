import { z } from 'zod';
import { plainText } from '../../domain/text/plain-text.ts';
import { manageStaff, requireOurs } from '../../infra/identity/school-staff.ts';
import { endSessions } from '../../infra/identity/sessions.ts';
import { nothing } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { officeOf, staffParams, staffRoute } from './staff-office.ts';

/** Nobody signs in with it, and whoever is signed in is out; posts stay for when it is unlocked. */
export const lockStaff = route({
  ...staffRoute,
  method: 'post',
  path: '/api/staff/:accountId/lock',
  status: 204,
  summary: 'Lock an account of the staff',
  params: staffParams,
  body: z.strictObject({ reason: plainText(1, 200) }),
  handle: async (context) => {
    const {
      params: { accountId },
      body: { reason },
    } = context;
    await manageStaff(officeOf(context), accountId, async (connection, account) => {
      requireOurs(account);
      await connection.query('UPDATE "account" SET "blockedAt" = coalesce("blockedAt", app_now()), "blockedReason" = $2 WHERE "id" = $1', [
        accountId,
        reason,
      ]);
      await endSessions(connection, accountId);
      return { audit: { action: 'ACCOUNT_LOCKED', fields: [accountId] }, result: undefined };
    });
    return nothing();
  },
});

/** Also lifts the lock that wrong passwords have brought. */
export const unlockStaff = route({
  ...staffRoute,
  method: 'post',
  path: '/api/staff/:accountId/unlocking',
  status: 204,
  summary: 'Unlock an account of the staff',
  params: staffParams,
  handle: async (context) => {
    const {
      deps,
      params: { accountId },
    } = context;
    const signInName = await manageStaff(officeOf(context), accountId, async (connection, account) => {
      requireOurs(account);
      await connection.query(
        'UPDATE "account" SET "blockedAt" = NULL, "blockedReason" = NULL, "failedSignIns" = 0, "lockedUntil" = NULL WHERE "id" = $1',
        [accountId],
      );
      return { audit: { action: 'ACCOUNT_UNLOCKED', fields: [accountId] }, result: account.signInName };
    });
    if (signInName !== null) await deps.rateLimits.forget('signInByName', signInName);
    return nothing();
  },
});
