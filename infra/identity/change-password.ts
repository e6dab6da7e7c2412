import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { inTransaction } from '../database/transaction.ts';
import { auditAccess } from './audit-access.ts';
import type { EnrolmentDependencies } from './enrol-second-factor.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { endOtherSessions, type Session } from './sessions.ts';

/** Puts another password in force; sessions elsewhere end. Throws PASSWORD_WRONG when the present one does not fit. */
export function replacePassword(
  { pool, cipher }: EnrolmentDependencies,
  { accountId, digest, holdings }: Session,
  { password, newPassword }: { password: string; newPassword: string },
): Promise<void> {
  return inTransaction(pool, async (connection) => {
    const {
      rows: [account],
    } = await connection.query<{ passwordHash: string | null }>('SELECT "passwordHash" FROM "account" WHERE "id" = $1 FOR UPDATE', [
      accountId,
    ]);
    if (!(await verifyPassword(account?.passwordHash ?? null, password))) throw new RefusalError('PASSWORD_WRONG');
    await connection.query('UPDATE "account" SET "passwordHash" = $2, "oneTimeUntil" = NULL WHERE "id" = $1', [
      accountId,
      await hashPassword(newPassword),
    ]);
    await endOtherSessions(connection, accountId, digest);
    await auditAccess(connection, cipher, {
      action: 'PASSWORD_CHANGED',
      actor: { id: accountId, role: holdings[0]?.role ?? 'STAFF' },
      graduate: null,
      fields: [],
    });
  });
}
