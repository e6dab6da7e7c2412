import { isWithin, type Entitlement, type Whereabouts } from '../../domain/access/jurisdiction.ts';
import type { Role } from '../../domain/access/role.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import type { Session } from '../../infra/identity/sessions.ts';

const findWhereabouts = `SELECT g."accountId", g."counsellorId", g."collegeId", g."schoolId", s."provinceCode"
  FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" WHERE g."id" = $1`;

const findManyWhereabouts = `SELECT g."id", g."accountId", g."counsellorId", g."collegeId", g."schoolId", s."provinceCode"
  FROM "graduate" g JOIN "school" s ON s."id" = g."schoolId" WHERE g."id" = ANY ($1)`;

/** The roles in which somebody may act on a graduate-year. Throws NOT_FOUND, or FORBIDDEN outside the jurisdiction. */
export async function findEntitled(
  database: Queryable,
  { session, entitlements }: { session: Session; entitlements: readonly Entitlement[] },
  graduateId: string | undefined,
): Promise<{ graduateId: string; role: Role; roles: readonly Role[] }> {
  if (graduateId === undefined) throw new RefusalError('NOT_FOUND');
  const { rows } = await database.query<Whereabouts>({ name: 'whereabouts', text: findWhereabouts, values: [graduateId] });
  const [target] = rows;
  if (!target) throw new RefusalError('NOT_FOUND');
  const roles = rolesWithin(entitlements, session.accountId, target);
  const [role] = roles;
  if (role === undefined) throw new RefusalError('FORBIDDEN');
  return { graduateId, role, roles };
}

/** The roles in which somebody may act on each of many graduate-years: none outside the jurisdiction. Who does not exist is missing. */
export async function findManyEntitled(
  database: Queryable,
  { session, entitlements }: { session: Session; entitlements: readonly Entitlement[] },
  graduateIds: readonly string[],
): Promise<Map<string, readonly Role[]>> {
  const { rows } = await database.query<Whereabouts & { id: string }>({
    name: 'whereabouts-of-many',
    text: findManyWhereabouts,
    values: [graduateIds],
  });
  return new Map(rows.map(({ id, ...target }) => [id, rolesWithin(entitlements, session.accountId, target)]));
}

const rolesWithin = (entitlements: readonly Entitlement[], accountId: string, target: Whereabouts): Role[] =>
  entitlements.filter((entitlement) => isWithin(entitlement, accountId, target)).map(({ holding }) => holding.role);

/** The school in which somebody acts, and the role. Throws FORBIDDEN when the right is held in none. */
export function schoolOf(entitlements: readonly Entitlement[]): { schoolId: string; role: Role } {
  for (const {
    holding: { schoolId, role },
  } of entitlements)
    if (schoolId !== null) return { schoolId, role };
  throw new RefusalError('FORBIDDEN');
}

/** Where in a school somebody acts: all of it, or one college. */
export interface Desk {
  readonly schoolId: string;
  readonly collegeId: string | null;
  readonly role: Role;
}

/** The desk for work on a college, or (null) on all that is the person's. Throws FORBIDDEN when it lies outside of what they hold. */
export function deskOf(entitlements: readonly Entitlement[], collegeId: string | null): Desk {
  for (const {
    holding: { schoolId, collegeId: own, role },
    jurisdiction,
  } of entitlements) {
    if (schoolId === null) continue;
    if (jurisdiction === 'SCHOOL') return { schoolId, collegeId, role };
    if (jurisdiction === 'COLLEGE' && own !== null && (collegeId ?? own) === own) return { schoolId, collegeId: own, role };
  }
  throw new RefusalError('FORBIDDEN');
}

/** True when what was made for a college, or (null) for a whole school, lies inside. */
export const isAtDesk = (
  entitlements: readonly Entitlement[],
  made: { readonly schoolId: string; readonly collegeId: string | null },
): boolean =>
  entitlements.some(
    ({ holding, jurisdiction }) =>
      holding.schoolId === made.schoolId &&
      (jurisdiction === 'SCHOOL' || (jurisdiction === 'COLLEGE' && made.collegeId !== null && holding.collegeId === made.collegeId)),
  );

/** A condition on rows of `alias` that were made for a school or a college, for those inside the entitlements, with its values from `$first` on. */
export function withinDesks(entitlements: readonly Entitlement[], alias: string, first: number): { condition: string; values: unknown[] } {
  const places = (jurisdiction: Entitlement['jurisdiction'], place: 'schoolId' | 'collegeId'): (string | null)[] =>
    entitlements.filter((entitlement) => entitlement.jurisdiction === jurisdiction).map(({ holding }) => holding[place]);
  return {
    condition: `(${alias}."schoolId" = ANY ($${first}::uuid[]) OR ${alias}."collegeId" = ANY ($${first + 1}::uuid[]))`,
    values: [places('SCHOOL', 'schoolId'), places('COLLEGE', 'collegeId')],
  };
}

/** A condition on `graduate g` and `school s` for everything inside the entitlements, with its values from `$first` on. */
export function withinEntitlements(
  entitlements: readonly Entitlement[],
  accountId: string,
  first: number,
): { condition: string; values: unknown[] } {
  const values: unknown[] = [];
  const place = (value: unknown): string => `$${first - 1 + values.push(value)}`;
  const conditions = entitlements.map(({ holding, jurisdiction }) => {
    switch (jurisdiction) {
      case 'SELF':
        return `g."accountId" = ${place(accountId)}`;
      case 'CLASS':
        return `(g."counsellorId" = ${place(accountId)} AND g."schoolId" = ${place(holding.schoolId)})`;
      case 'COLLEGE':
        return `g."collegeId" = ${place(holding.collegeId)}`;
      case 'SCHOOL':
        return `g."schoolId" = ${place(holding.schoolId)}`;
      case 'PROVINCE':
        return `s."provinceCode" = ${place(holding.provinceCode)}`;
      case 'ALL':
        return 'true';
    }
  });
  // Who was taken off the roster is in no list.
  return { condition: conditions.length === 0 ? 'false' : `(g."removedAt" IS NULL AND (${conditions.join(' OR ')}))`, values };
}
