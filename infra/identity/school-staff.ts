import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Pool, Connection } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import { auditAccess, type AccessEvent } from './audit-access.ts';

/** Who manages the staff of a school, and with what. */
export interface StaffOffice {
  readonly pool: Pool;
  readonly cipher: FieldCipher;
  readonly newId: () => string;
  readonly schoolId: string;
  readonly actor: { readonly id: string; readonly role: string };
}

/** What a manager may be told of an account, with its row locked. */
export interface ManagedAccount {
  readonly id: string;
  readonly signInName: string | null;
  readonly elsewhere: boolean;
}

/** An account belongs to a school that has invited it or in which it has a post; `$1` is the school. */
export const belongsToSchool = `a."kind" = 'STAFF' AND (a."schoolId" = $1 OR EXISTS (SELECT FROM "staff_role" r WHERE r."accountId" = a."id" AND r."schoolId" = $1))`;

const lockAccount = `SELECT a."id", a."signInName", EXISTS (SELECT FROM "staff_role" r WHERE r."accountId" = a."id" AND r."schoolId" IS DISTINCT FROM $1) AS "elsewhere"
  FROM "account" a WHERE ${belongsToSchool} AND a."id" = $2 FOR UPDATE OF a`;

/**
 * One change of one person's account, in a transaction with its audit row. Throws NOT_FOUND for somebody of another school, and OWN_ACCOUNT:
 * nobody manages themselves, so a school is never left without anybody who can.
 */
export function manageStaff<T>(
  { pool, cipher, schoolId, actor }: StaffOffice,
  accountId: string,
  change: (
    connection: Connection,
    account: ManagedAccount,
  ) => Promise<{ readonly audit: Pick<AccessEvent, 'action' | 'fields'>; readonly result: T }>,
): Promise<T> {
  return inTransaction(pool, async (connection) => {
    const {
      rows: [account],
    } = await connection.query<ManagedAccount>(lockAccount, [schoolId, accountId]);
    if (!account) throw new RefusalError('NOT_FOUND');
    if (account.id === actor.id) throw new RefusalError('OWN_ACCOUNT');
    const { audit, result } = await change(connection, account);
    await auditAccess(connection, cipher, { ...audit, actor, graduate: null, schoolId });
    return result;
  });
}

/** What touches the account as a whole is the school's only while the person works for nobody else. Throws ACCOUNT_ELSEWHERE. */
export function requireOurs({ elsewhere }: ManagedAccount): void {
  if (elsewhere) throw new RefusalError('ACCOUNT_ELSEWHERE');
}
