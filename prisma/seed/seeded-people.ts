import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RosterDependencies } from '../../activities/roster/dependencies.ts';
import { identityDocumentTypes } from '../../domain/codes/identity-document-types.ts';
import { normaliseIdentityNumber } from '../../domain/identity-documents/normalise-identity-number.ts';
import { normalisePhone } from '../../domain/text/contact.ts';
import { normalisePersonName } from '../../domain/text/person-name.ts';
import { identityNumberContext } from '../../infra/identity/identity-index.ts';
import { sampleRoster } from '../../scripts/samples/sample-roster.ts';
import { demonstrationPassword, staffSeeds } from './demonstration.ts';

interface PersonRow {
  id: string;
  studentNo: string;
  name: string;
  idType: string;
  idNumberSealed: string;
  phone: string | null;
  email: string | null;
}

/** A graduate of the sample roster, as the record has them. */
export interface SeededPerson extends Omit<PersonRow, 'id' | 'idNumberSealed'> {
  readonly idNumber: string;
}

const select = `SELECT g."id", g."studentNo", g."name", g."idType", g."idNumberSealed", g."phone", g."email"
  FROM "roster_import_row" r JOIN "graduate" g ON g."id" = r."graduateId" WHERE r."importId" = $1 ORDER BY r."rowNumber"`;

/** The graduates of an import in the order of the sheet. */
export async function readSeededPeople(
  { pool, cipher }: Pick<RosterDependencies, 'pool' | 'cipher'>,
  importId: string,
): Promise<SeededPerson[]> {
  const { rows } = await pool.query<PersonRow>(select, [importId]);
  return rows.map(({ id, idNumberSealed, ...person }) => ({ ...person, idNumber: cipher.open(idNumberSealed, identityNumberContext(id)) }));
}

/** Accounts of the development OpenID provider, for everybody on the sample roster: people sign in with their student number. */
export function identitiesOf(cohort: number) {
  return sampleRoster(cohort).map(({ studentNo, name, idType, idNumber, phone, email }) => ({
    sub: String(studentNo),
    password: demonstrationPassword,
    name: normalisePersonName(String(name)),
    idType: identityDocumentTypes.findByName(String(idType))?.code ?? 'RESIDENT_ID',
    idNumber: normaliseIdentityNumber(String(idNumber)),
    ...(phone && { phone: normalisePhone(String(phone)) }),
    ...(email && { email: String(email) }),
  }));
}

const graduatesShown = 3;

/** Whom to sign in as: the whole staff, and the first few of the graduates, who all have the same password. */
export function demonstrationAccounts(people: readonly SeededPerson[]) {
  return [
    ...staffSeeds.map(({ role, displayName, signInName }) => ({ role, name: displayName, user: signInName, signIn: 'staff' as const })),
    ...people
      .slice(0, graduatesShown)
      .map(({ name, studentNo }) => ({ role: 'GRADUATE', name, user: studentNo, signIn: 'provider' as const })),
  ].map((account) => ({ ...account, password: demonstrationPassword }));
}

/** Writes a file that others may be reading: they see the old one or the new one, never half of one. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.part`, path);
}
