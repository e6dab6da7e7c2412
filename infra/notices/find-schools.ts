import type { Publisher } from '../../domain/notices/notice.ts';
import type { Queryable } from '../database/pool.ts';

export interface NamedSchool {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

const find = `SELECT s."id", s."code", s."name" FROM "school" s
  WHERE ($1::uuid IS NULL OR s."id" = $1) AND ($2::text IS NULL OR s."provinceCode" = $2) AND (starts_with(s."code", $3) OR strpos(s."name", $3) > 0)
  ORDER BY starts_with(s."name", $3) DESC, s."code" LIMIT $4`;

/** Schools for which somebody may publish, by the beginning of the code or any part of the name; those whose names begin so come first. */
export async function findSchools(
  database: Queryable,
  { schoolId, provinceCode }: Publisher,
  text: string,
  limit: number,
): Promise<NamedSchool[]> {
  return (await database.query<NamedSchool>(find, [schoolId, provinceCode, text, limit])).rows;
}

/** What schools are called, in the order of their codes. */
export async function nameSchools(database: Queryable, ids: readonly string[]): Promise<NamedSchool[]> {
  if (ids.length === 0) return [];
  return (await database.query<NamedSchool>('SELECT "id", "code", "name" FROM "school" WHERE "id" = ANY ($1) ORDER BY "code"', [ids])).rows;
}
