import { z } from 'zod';
import { Role } from '../../domain/access/role.ts';
import { SchoolRole } from '../../domain/access/staff-posts.ts';
import { belongsToSchool } from '../../infra/identity/school-staff.ts';
import { json } from '../http/answer.ts';
import { schoolOf } from '../http/jurisdiction.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { route } from '../http/route.ts';

const Post = z.object({ id: z.uuid(), role: Role, collegeId: z.uuid().nullable(), college: z.string().nullable() });
const Staff = z
  .object({
    id: z.uuid(),
    displayName: z.string(),
    signInName: z.string().nullable(),
    email: z.string().nullable(),
    state: z
      .enum(['ACTIVE', 'INVITED', 'INVITATION_EXPIRED', 'LOCKED'])
      .meta({ description: 'INVITED: the one-time password has not been changed yet' }),
    lockReason: z.string().nullable(),
    secondFactor: z.boolean(),
    self: z.boolean().meta({ description: 'One’s own account, which another must manage' }),
    elsewhere: z.boolean().meta({ description: 'Has posts outside the school, which therefore manages its posts only' }),
    posts: z.array(Post),
    classes: z.array(z.object({ cohort: z.int(), collegeId: z.uuid().nullable(), className: z.string(), graduates: z.int() })),
  })
  .meta({ id: 'SchoolStaff' });

const select = `SELECT a."id", a."displayName", a."signInName", a."email", a."blockedReason" AS "lockReason", a."totpSecretSealed" IS NOT NULL AS "secondFactor",
    CASE WHEN a."blockedAt" IS NOT NULL THEN 'LOCKED' WHEN a."oneTimeUntil" <= now() THEN 'INVITATION_EXPIRED' WHEN a."oneTimeUntil" IS NOT NULL THEN 'INVITED' ELSE 'ACTIVE' END AS "state",
    EXISTS (SELECT FROM "staff_role" r WHERE r."accountId" = a."id" AND r."schoolId" IS DISTINCT FROM $1) AS "elsewhere",
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', r."id", 'role', r."role", 'collegeId', r."collegeId", 'college', c."name") ORDER BY r."id")
      FROM "staff_role" r LEFT JOIN "college" c ON c."id" = r."collegeId" WHERE r."accountId" = a."id" AND r."schoolId" = $1), '[]') AS "posts",
    coalesce((SELECT jsonb_agg(k ORDER BY k."cohort" DESC, k."className") FROM (SELECT g."cohort", g."collegeId", g."className", count(*) AS "graduates" FROM "graduate" g
      WHERE g."counsellorId" = a."id" AND g."schoolId" = $1 AND g."removedAt" IS NULL AND g."className" IS NOT NULL GROUP BY g."cohort", g."collegeId", g."className") k), '[]') AS "classes"
  FROM "account" a`;

const Position = z.tuple([z.string(), z.uuid()]);

/** Who works for the school, by name. */
export const listStaff = route({
  method: 'get',
  path: '/api/staff',
  right: { resource: 'staff', action: 'list' },
  part: 'access',
  summary: 'Staff of the school with their posts',
  query: z.strictObject({ ...pageQuery, role: SchoolRole.optional() }),
  reply: pageOf(Staff),
  handle: async ({ deps, query, session, entitlements }) => {
    const { schoolId } = schoolOf(entitlements);
    const [name, id] = readCursor(Position, query.cursor) ?? [];
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<Omit<z.infer<typeof Staff>, 'self'>>(
      `${select} WHERE ${belongsToSchool}
      AND ($2::text IS NULL OR (a."displayName", a."id") > ($2, $3::uuid)) AND ($4::text IS NULL OR EXISTS (SELECT FROM "staff_role" r WHERE r."accountId" = a."id" AND r."schoolId" = $1 AND r."role" = $4))
      ORDER BY a."displayName", a."id" LIMIT $5`,
      [schoolId, name ?? null, id ?? null, query.role ?? null, limit + 1],
    );
    return json(
      toPage(
        rows,
        limit,
        (row) => ({ ...row, self: row.id === session.accountId }),
        (row) => [row.displayName, row.id],
      ),
    );
  },
});
