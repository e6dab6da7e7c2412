import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { Queryable } from '../database/pool.ts';
import { verifyPassword } from './passwords.ts';
import { findCodeStep } from './second-factor.ts';

export const lockAfterFailures = 5;
export const lockMinutes = 15;

export interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly code?: string | undefined;
}

export type StaffSignIn =
  { readonly outcome: 'SIGNED_IN'; readonly accountId: string } | { readonly outcome: 'REFUSED' } | { readonly outcome: 'LOCKED' };

export interface StaffSignInDependencies {
  readonly pool: Queryable;
  readonly cipher: FieldCipher;
  /** False when the code of this account and time step has been used before; shared by all replicas. */
  readonly takeCodeOnce: (accountId: string, step: number) => Promise<boolean>;
}

interface AccountRow {
  id: string;
  passwordHash: string | null;
  totpSecretSealed: string | null;
  locked: boolean;
  barred: boolean;
}

// The attempt is counted before the password is looked at, so that many guesses at once cannot slip in under the limit.
const takeAttempt = `UPDATE "account" SET
    "failedSignIns" = CASE WHEN "lockedUntil" <= now() THEN 1 ELSE "failedSignIns" + 1 END,
    "lockedUntil" = CASE WHEN (CASE WHEN "lockedUntil" <= now() THEN 1 ELSE "failedSignIns" + 1 END) >= $2
      THEN now() + $3 * interval '1 minute' END
  WHERE "signInName" = $1 AND "kind" = 'STAFF' AND ("lockedUntil" IS NULL OR "lockedUntil" <= now())
  RETURNING "id", "passwordHash", "totpSecretSealed", false AS "locked", ("blockedAt" IS NOT NULL OR coalesce("oneTimeUntil" <= now(), false)) AS "barred"`;

const findLocked = `SELECT "id", NULL AS "passwordHash", NULL AS "totpSecretSealed", true AS "locked", false AS "barred" FROM "account" WHERE "signInName" = $1 AND "kind" = 'STAFF'`;

/**
 * Checks name, password and, where one is enrolled, the code of the second factor; an unknown name takes as long as a wrong
 * password. An account that its school has locked, and a one-time password that is too old, are refused like a wrong one. Who has none comes in, and where it is required can do nothing but enrol one.
 */
export async function signInStaff(dependencies: StaffSignInDependencies, { name, password, code }: Credentials): Promise<StaffSignIn> {
  const { pool } = dependencies;
  const account = await findAccount(pool, name);
  const fits = await verifyPassword(account?.passwordHash ?? null, password);
  if (account?.locked) return { outcome: 'LOCKED' };
  if (!account || !fits || account.barred || !(await isSecondFactorRight(dependencies, account, code))) return { outcome: 'REFUSED' };
  await pool.query('UPDATE "account" SET "failedSignIns" = 0, "lockedUntil" = NULL WHERE "id" = $1', [account.id]);
  return { outcome: 'SIGNED_IN', accountId: account.id };
}

async function findAccount(pool: Queryable, name: string): Promise<AccountRow | undefined> {
  const attempt = await pool.query<AccountRow>(takeAttempt, [name, lockAfterFailures, lockMinutes]);
  return attempt.rows[0] ?? (await pool.query<AccountRow>(findLocked, [name])).rows[0];
}

async function isSecondFactorRight(
  { cipher, takeCodeOnce }: StaffSignInDependencies,
  account: AccountRow,
  code: string | undefined,
): Promise<boolean> {
  const { id, totpSecretSealed } = account;
  if (totpSecretSealed === null) return true;
  const step = code === undefined ? undefined : findCodeStep(cipher, id, totpSecretSealed, code, Date.now());
  return step !== undefined && takeCodeOnce(id, step);
}
