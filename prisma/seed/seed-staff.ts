import { hash } from '@node-rs/argon2';
import type { Queryable } from '../../infra/database/pool.ts';
import { sampleSchool } from '../../scripts/samples/sample-school.ts';
import { demonstrationPassword, staffSeeds, type StaffSeed } from './demonstration.ts';
import type { SeededSchool } from './seed-school.ts';

const insertAccount = `INSERT INTO "account" ("id", "kind", "displayName", "signInName", "email", "passwordHash") VALUES ($1, 'STAFF', $2, $3, $4, $5)
  ON CONFLICT ("signInName") DO NOTHING`;
const insertRole = `INSERT INTO "staff_role" ("id", "accountId", "role", "provinceCode", "schoolId", "collegeId")
  SELECT $1, $2, $3, $4, $5, $6 WHERE NOT EXISTS (SELECT FROM "staff_role" WHERE "accountId" = $2 AND "role" = $3)`;

/** Makes the demonstration accounts of the staff that are missing; ids by sign-in name. An account that is there keeps its password. */
export async function seedStaff(database: Queryable, newId: () => string, school: SeededSchool): Promise<ReadonlyMap<string, string>> {
  const idOf = async ({ signInName }: StaffSeed) =>
    (await database.query<{ id: string }>('SELECT "id" FROM "account" WHERE "signInName" = $1', [signInName])).rows[0]?.id;
  const ids = new Map<string, string>();
  for (const seed of staffSeeds) {
    if ((await idOf(seed)) === undefined) {
      // Argon2id with the library's parameters (19 MiB, two passes), which are OWASP's.
      const values = [newId(), seed.displayName, seed.signInName, `${seed.signInName}@example.com`, await hash(demonstrationPassword)];
      await database.query(insertAccount, values);
    }
    const id = await idOf(seed);
    if (id === undefined) throw new Error('an account is missing');
    await database.query(insertRole, [newId(), id, ...roleValues(seed, school)]);
    ids.set(seed.signInName, id);
  }
  return ids;
}

/** Role and its jurisdiction: a college, the school, the province, or none for an operator. */
function roleValues({ role, college }: StaffSeed, { schoolId, collegeIds }: SeededSchool): (string | null)[] {
  if (role === 'OPERATOR') return [role, null, null, null];
  if (role === 'PROVINCE_ADMIN') return [role, sampleSchool.provinceCode, null, null];
  return [role, null, schoolId, college === undefined ? null : (collegeIds.get(college) ?? null)];
}
