import { manageStaff, requireOurs } from '../../infra/identity/school-staff.ts';
import { giveOneTimePassword } from '../../infra/identity/one-time-password.ts';
import { endSessions } from '../../infra/identity/sessions.ts';
import { json, nothing } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { GivenPassword, givenPassword, officeOf, staffParams, staffRoute } from './staff-office.ts';

/** For somebody who has forgotten it, or whose invitation has run out. Sessions end. */
export const resetPassword = route({
  ...staffRoute,
  method: 'post',
  path: '/api/staff/:accountId/password-reset',
  summary: 'Give out a new one-time password',
  params: staffParams,
  reply: GivenPassword,
  handle: async (context) => {
    const {
      deps,
      params: { accountId },
    } = context;
    const { given, signInName } = await manageStaff(officeOf(context), accountId, async (connection, account) => {
      requireOurs(account);
      const password = await giveOneTimePassword(connection, accountId);
      await endSessions(connection, accountId);
      return {
        audit: { action: 'PASSWORD_RESET', fields: [accountId] },
        result: { given: password, signInName: account.signInName ?? '' },
      };
    });
    await deps.rateLimits.forget('signInByName', signInName);
    return json(givenPassword(accountId, signInName, given));
  },
});

/** For somebody who has lost the telephone: the next sign-in asks for no code, and where one is required allows nothing but to enrol one. */
export const resetSecondFactor = route({
  ...staffRoute,
  method: 'post',
  path: '/api/staff/:accountId/second-factor-reset',
  status: 204,
  summary: 'Take the second factor off an account',
  params: staffParams,
  handle: async (context) => {
    const { accountId } = context.params;
    await manageStaff(officeOf(context), accountId, async (connection, account) => {
      requireOurs(account);
      await connection.query('UPDATE "account" SET "totpSecretSealed" = NULL, "totpPendingSealed" = NULL WHERE "id" = $1', [accountId]);
      await endSessions(connection, accountId);
      return { audit: { action: 'SECOND_FACTOR_RESET', fields: [accountId] }, result: undefined };
    });
    return nothing();
  },
});
