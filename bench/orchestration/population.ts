import { hash } from '@node-rs/argon2';
import { createBlindIndex } from '../../infra/crypto/blind-index.ts';
import { createFieldCipher } from '../../infra/crypto/field-cipher.ts';
import { readKeyring } from '../../infra/crypto/keyring.ts';
import { newId } from '../../infra/crypto/secure-random.ts';
import { createPool, type Pool } from '../../infra/database/pool.ts';
import { insert } from '../../infra/record/statement.ts';
import { createGraduate, createSchool, type SchoolFixture } from '../../test/support/record/graduates.ts';
import type { BenchStack } from './bench-stack.ts';

export interface Population {
  readonly pool: Pool;
  /** Under the role that owns the tables, for their statistics. */
  readonly admin: Pool;
  readonly school: SchoolFixture;
  readonly graduateIds: readonly string[];
  /** Account and id of each graduate, to act for them. */
  readonly accounts: readonly string[];
}

export const benchPassword = 'bench-only-password';

/** One school with its reviewers, and graduates whose basic information is checked. */
export async function populate({ databaseUrl, adminUrl, keysFile }: BenchStack, graduates: number): Promise<Population> {
  const pool = createPool(databaseUrl, 8);
  const keyring = readKeyring(keysFile);
  const seals = { cipher: createFieldCipher(keyring.field), index: createBlindIndex(keyring.blindIndex) };
  const school = await createSchool(pool);
  const passwordHash = await hash(benchPassword);
  const desks = [
    [school.staff.collegeReviewer, 'college', 'COLLEGE_REVIEWER', school.collegeId],
    [school.staff.schoolReviewer, 'school', 'SCHOOL_REVIEWER', null],
  ] as const;
  for (const [accountId, signInName, role, collegeId] of desks) {
    await pool.query('UPDATE "account" SET "signInName" = $2, "passwordHash" = $3 WHERE "id" = $1', [accountId, signInName, passwordHash]);
    const { text, values } = insert('staff_role', {
      id: newId(),
      accountId,
      role,
      provinceCode: '110000',
      schoolId: school.schoolId,
      collegeId,
    });
    await pool.query(text, [...values]);
  }
  const graduateIds: string[] = [];
  const accounts: string[] = [];
  for (let index = 0; index < graduates; index += 1) {
    const { graduateId, accountId } = await createGraduate(pool, seals, school, {
      basicCheck: 'CHECKED',
      basicCheckedAt: new Date(),
      stage: 'REGISTERING',
    });
    graduateIds.push(graduateId);
    accounts.push(accountId);
  }
  return { pool, admin: createPool(adminUrl, 1), school, graduateIds, accounts };
}
