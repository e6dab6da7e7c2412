import { oneTimeDays, oneTimePassword } from '../../domain/access/new-password.ts';
import { nextIndex } from '../crypto/secure-random.ts';
import type { Connection } from '../database/pool.ts';
import { hashPassword } from './passwords.ts';

/** A password that is shown once and must be changed at the first sign-in. */
export interface OneTimePassword {
  readonly password: string;
  readonly until: number;
}

const store = `UPDATE "account" SET "passwordHash" = $2, "oneTimeUntil" = now() + $3 * interval '1 day', "failedSignIns" = 0, "lockedUntil" = NULL
  WHERE "id" = $1 RETURNING "oneTimeUntil" AS "until"`;

/** Gives an account a new one-time password, on real time; the one before is worth nothing from now on. */
export async function giveOneTimePassword(connection: Connection, accountId: string): Promise<OneTimePassword> {
  const password = oneTimePassword(nextIndex);
  const {
    rows: [row],
  } = await connection.query<{ until: number }>(store, [accountId, await hashPassword(password), oneTimeDays]);
  if (!row) throw new Error('an account has gone');
  return { password, until: row.until };
}
