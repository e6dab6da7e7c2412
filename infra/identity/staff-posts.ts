import type { SchoolPost } from '../../domain/access/staff-posts.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Connection } from '../database/pool.ts';

// A college of another school is none; null compares as a place of its own.
const insertPost = `INSERT INTO "staff_role" ("id", "accountId", "role", "schoolId", "collegeId")
  SELECT $1, $2, $3, $4, $5::uuid WHERE $5::uuid IS NULL OR EXISTS (SELECT FROM "college" WHERE "id" = $5 AND "schoolId" = $4)`;
const findSame =
  'SELECT FROM "staff_role" WHERE "accountId" = $1 AND "role" = $2 AND "schoolId" = $3 AND "collegeId" IS NOT DISTINCT FROM $4::uuid';

/** Writes a post; the account is locked by the caller. Throws POST_EXISTS, and NOT_FOUND for a college of another school. */
export async function insertSchoolPost(
  connection: Connection,
  post: SchoolPost & { readonly id: string; readonly accountId: string; readonly schoolId: string },
): Promise<void> {
  const { id, accountId, role, schoolId, collegeId } = post;
  if ((await connection.query(findSame, [accountId, role, schoolId, collegeId])).rowCount !== 0) throw new RefusalError('POST_EXISTS');
  if ((await connection.query(insertPost, [id, accountId, role, schoolId, collegeId])).rowCount !== 1) throw new RefusalError('NOT_FOUND');
}

const deletePost = 'DELETE FROM "staff_role" WHERE "id" = $1 AND "accountId" = $2 AND "schoolId" = $3 RETURNING "role", "collegeId"';
// Somebody without a post stays findable for the school they worked for.
const keepFindable = 'UPDATE "account" SET "schoolId" = coalesce("schoolId", $2) WHERE "id" = $1';
const freeClasses = `UPDATE "graduate" SET "counsellorId" = NULL WHERE "counsellorId" = $1 AND "schoolId" = $2
  AND NOT EXISTS (SELECT FROM "staff_role" WHERE "accountId" = $1 AND "schoolId" = $2 AND "role" = 'COUNSELLOR')`;

/** Takes a post away: it counts from the next request on. A counsellor's classes have none then. Throws NOT_FOUND. */
export async function deleteSchoolPost(
  connection: Connection,
  { id, accountId, schoolId }: { readonly id: string; readonly accountId: string; readonly schoolId: string },
): Promise<{ role: string; collegeId: string | null }> {
  const {
    rows: [ended],
  } = await connection.query<{ role: string; collegeId: string | null }>(deletePost, [id, accountId, schoolId]);
  if (!ended) throw new RefusalError('NOT_FOUND');
  await connection.query(keepFindable, [accountId, schoolId]);
  await connection.query(freeClasses, [accountId, schoolId]);
  return ended;
}
