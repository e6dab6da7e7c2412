import type { Publisher } from '../../domain/notices/notice.ts';
import type { Queryable } from '../database/pool.ts';

/** SQL for a notice `n` that is shown now. */
export const isPublished = `n."withdrawnAt" IS NULL AND n."publishFrom" <= app_now() AND (n."publishUntil" IS NULL OR n."publishUntil" > app_now())`;

/** True where the notice comes from the school or its province, or from the ministry. */
const fromAbove = (school: string, province: string): string =>
  `(n."schoolId" IS NULL OR n."schoolId" = ${school}) AND (n."provinceCode" IS NULL OR n."provinceCode" = ${province})`;

const concernsGraduate = `n."audience" <> 'STAFF' AND (n."audience" = 'EVERYONE' AND n."schoolId" IS NULL AND n."provinceCode" IS NULL OR EXISTS (
  SELECT FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId"
  WHERE g."accountId" = $1 AND g."removedAt" IS NULL AND ${fromAbove('g."schoolId"', 's."provinceCode"')}
    AND (cardinality(n."schoolIds") = 0 OR g."schoolId" = ANY (n."schoolIds")) AND (cardinality(n."collegeIds") = 0 OR g."collegeId" = ANY (n."collegeIds"))
    AND (cardinality(n."cohorts") = 0 OR g."cohort" = ANY (n."cohorts")) AND (cardinality(n."stages") = 0 OR g."stage" = ANY (n."stages"))))`;

// Somebody of the whole school, or of the whole province, is concerned by what goes to a part of it.
const concernsStaff = `n."audience" <> 'GRADUATES' AND EXISTS (
  SELECT FROM "staff_role" r LEFT JOIN "school" s ON s."id" = r."schoolId"
  WHERE r."accountId" = $1 AND ${fromAbove('r."schoolId"', 'coalesce(r."provinceCode", s."provinceCode")')}
    AND (cardinality(n."schoolIds") = 0 OR r."schoolId" IS NULL OR r."schoolId" = ANY (n."schoolIds"))
    AND (cardinality(n."collegeIds") = 0 OR r."collegeId" IS NULL OR r."collegeId" = ANY (n."collegeIds")))`;

/** SQL for a notice `n` that concerns the account of `$1`. */
export const concerns = (kind: 'GRADUATE' | 'STAFF'): string => (kind === 'GRADUATE' ? concernsGraduate : concernsStaff);

const strangePlaces = `SELECT 'schoolIds' AS "field" FROM unnest($1::uuid[]) AS w("wanted")
    WHERE NOT EXISTS (SELECT FROM "school" s WHERE s."id" = w."wanted" AND ($3::text IS NULL OR s."provinceCode" = $3))
  UNION SELECT 'collegeIds' FROM unnest($2::uuid[]) AS w("wanted") WHERE NOT EXISTS (SELECT FROM "college" c WHERE c."id" = w."wanted" AND c."schoolId" = $4)`;

/** Names of the lists that hold a place which is not the publisher's. */
export async function findStrangePlaces(
  database: Queryable,
  { schoolId, provinceCode }: Publisher,
  { schoolIds, collegeIds }: { readonly schoolIds: readonly string[]; readonly collegeIds: readonly string[] },
): Promise<string[]> {
  const { rows } = await database.query<{ field: string }>(strangePlaces, [schoolIds, collegeIds, provinceCode, schoolId]);
  return rows.map(({ field }) => field);
}
