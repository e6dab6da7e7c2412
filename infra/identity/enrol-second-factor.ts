import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Pool } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import { auditAccess } from './audit-access.ts';
import { verifyPassword } from './passwords.ts';
import { findCodeStep, newSecondFactor } from './second-factor.ts';
import { endOtherSessions, type Session } from './sessions.ts';

export interface EnrolmentDependencies {
  readonly pool: Pool;
  readonly cipher: FieldCipher;
}

interface AccountRow {
  signInName: string;
  passwordHash: string | null;
  totpSecretSealed: string | null;
  totpPendingSealed: string | null;
}

const findAccount =
  'SELECT "signInName", "passwordHash", "totpSecretSealed", "totpPendingSealed" FROM "account" WHERE "id" = $1 FOR UPDATE';

/**
 * Begins to enrol or to replace a second factor: returns what the authenticator's QR code holds, shown once. Nothing changes
 * until a code of it comes back. Throws SECOND_FACTOR_WRONG for a wrong password, or a wrong code of the factor to be replaced.
 */
export function beginEnrolment(
  { pool, cipher }: EnrolmentDependencies,
  { accountId }: Session,
  proof: { password: string; code?: string | undefined },
): Promise<string> {
  return inTransaction(pool, async (connection) => {
    const {
      rows: [account],
    } = await connection.query<AccountRow>(findAccount, [accountId]);
    if (!account || !(await verifyPassword(account.passwordHash, proof.password))) throw new RefusalError('SECOND_FACTOR_WRONG');
    const { totpSecretSealed: present } = account;
    if (present !== null && findCodeStep(cipher, accountId, present, proof.code ?? '', Date.now()) === undefined)
      throw new RefusalError('SECOND_FACTOR_WRONG');
    const { sealed, uri } = newSecondFactor(cipher, accountId, account.signInName);
    await connection.query('UPDATE "account" SET "totpPendingSealed" = $2 WHERE "id" = $1', [accountId, sealed]);
    return uri;
  });
}

/** Puts the shown factor in force, proved by a code of it; sessions elsewhere end. Throws SECOND_FACTOR_WRONG. */
export function confirmEnrolment(
  { pool, cipher }: EnrolmentDependencies,
  { accountId, digest, holdings }: Session,
  code: string,
): Promise<void> {
  return inTransaction(pool, async (connection) => {
    const {
      rows: [account],
    } = await connection.query<AccountRow>(findAccount, [accountId]);
    const pending = account?.totpPendingSealed;
    if (!pending || findCodeStep(cipher, accountId, pending, code, Date.now()) === undefined) throw new RefusalError('SECOND_FACTOR_WRONG');
    await connection.query('UPDATE "account" SET "totpSecretSealed" = "totpPendingSealed", "totpPendingSealed" = NULL WHERE "id" = $1', [
      accountId,
    ]);
    await endOtherSessions(connection, accountId, digest);
    const actor = { id: accountId, role: holdings[0]?.role ?? 'STAFF' };
    await auditAccess(connection, cipher, { action: 'SECOND_FACTOR_ENROLLED', actor, graduate: null, fields: [] });
  });
}
