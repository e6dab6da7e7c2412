import type { Entitlement } from '../../domain/access/jurisdiction.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Queryable } from '../../infra/database/pool.ts';
import { directoriesOfGraduate, directoriesOfSchools } from '../../infra/directory/find-units.ts';
import type { DirectoryKeeper } from '../../infra/directory/unit-store.ts';
import type { Session } from '../../infra/identity/sessions.ts';

interface Somebody {
  readonly session: Session;
  readonly entitlements: readonly Entitlement[];
}

/** The directories that somebody looks in: of their schools and the provinces of these. */
export async function directoriesOf(database: Queryable, { session, entitlements }: Somebody): Promise<string[]> {
  if (session.kind === 'GRADUATE') return directoriesOfGraduate(database, session.accountId);
  const provinces = entitlements.flatMap(({ holding: { provinceCode } }) => (provinceCode === null ? [] : [provinceCode]));
  return [
    ...provinces,
    ...(await directoriesOfSchools(
      database,
      entitlements.flatMap(({ holding: { schoolId } }) => (schoolId === null ? [] : [schoolId])),
    )),
  ];
}

/** The directory that somebody keeps: the school's, or the province's. Throws FORBIDDEN. */
export function keeperOf({ session: { accountId, displayName }, entitlements }: Somebody): DirectoryKeeper {
  for (const {
    holding: { role, schoolId, provinceCode },
  } of entitlements) {
    const owner = schoolId ?? provinceCode;
    if (owner !== null) return { owner, schoolId, actor: { id: accountId, role, name: displayName } };
  }
  throw new RefusalError('FORBIDDEN');
}
