import type { Queryable } from '../../infra/database/pool.ts';
import { sampleColleges, sampleSchool } from '../../scripts/samples/sample-school.ts';

export interface SeededSchool {
  readonly schoolId: string;
  readonly collegeIds: ReadonlyMap<string, string>;
}

/** Makes province, school and colleges where they are missing. */
export async function seedSchool(database: Queryable, newId: () => string): Promise<SeededSchool> {
  const { code, name, provinceCode, provinceName } = sampleSchool;
  await database.query('INSERT INTO "province" ("code", "name", "officeEmail") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    provinceCode,
    provinceName,
    'province@example.com',
  ]);
  await database.query(
    `INSERT INTO "school" ("id", "code", "name", "provinceCode", "officeEmail", "officePhone") VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ("code") DO NOTHING`,
    [newId(), code, name, provinceCode, 'careers@example.com', '010-62000000'],
  );
  const {
    rows: [school],
  } = await database.query<{ id: string }>('SELECT "id" FROM "school" WHERE "code" = $1', [code]);
  if (!school) throw new Error('the sample school is missing');
  for (const college of sampleColleges) {
    await database.query(
      'INSERT INTO "college" ("id", "schoolId", "name", "officeEmail") VALUES ($1, $2, $3, $4) ON CONFLICT ("schoolId", "name") DO NOTHING',
      [newId(), school.id, college.name, 'college@example.com'],
    );
  }
  const { rows: colleges } = await database.query<{ id: string; name: string }>(
    'SELECT "id", "name" FROM "college" WHERE "schoolId" = $1',
    [school.id],
  );
  return { schoolId: school.id, collegeIds: new Map(colleges.map((college) => [college.name, college.id])) };
}
