import type { Role } from '../../domain/access/role.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Pool } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import { hashPassword } from './passwords.ts';
import { newSecondFactor } from './second-factor.ts';

/** A role and where it counts: a province, a school, or a college with its school. */
export interface StaffPost {
  readonly role: Exclude<Role, 'GRADUATE'>;
  readonly provinceCode?: string;
  readonly schoolId?: string;
  readonly collegeId?: string;
}

export interface NewStaffAccount {
  readonly signInName: string;
  readonly displayName: string;
  readonly password: string;
  readonly email?: string;
  readonly posts: readonly StaffPost[];
  readonly withSecondFactor: boolean;
}

export interface StaffAccountDependencies {
  readonly pool: Pool;
  readonly cipher: FieldCipher;
  readonly newId: () => string;
}

/** Makes an account for staff; `secondFactorUri` is what the QR code for the authenticator holds, shown once and not kept. */
export async function createStaffAccount(
  { pool, cipher, newId }: StaffAccountDependencies,
  account: NewStaffAccount,
): Promise<{ accountId: string; secondFactorUri: string | null }> {
  const accountId = newId();
  const factor = account.withSecondFactor ? newSecondFactor(cipher, accountId, account.signInName) : null;
  const passwordHash = await hashPassword(account.password);
  await inTransaction(pool, async (connection) => {
    await connection.query(
      `INSERT INTO "account" ("id", "kind", "displayName", "signInName", "email", "passwordHash", "totpSecretSealed") VALUES ($1, 'STAFF', $2, $3, $4, $5, $6)`,
      [accountId, account.displayName, account.signInName, account.email ?? null, passwordHash, factor?.sealed ?? null],
    );
    for (const { role, provinceCode = null, schoolId = null, collegeId = null } of account.posts) {
      await connection.query(
        'INSERT INTO "staff_role" ("id", "accountId", "role", "provinceCode", "schoolId", "collegeId") VALUES ($1, $2, $3, $4, $5, $6)',
        [newId(), accountId, role, provinceCode, schoolId, collegeId],
      );
    }
  });
  return { accountId, secondFactorUri: factor?.uri ?? null };
}
