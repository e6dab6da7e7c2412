import { identityIndex } from '../../../infra/identity/identity-index.ts';
import { createGraduate, createSchool, type SchoolFixture } from '../record/graduates.ts';
import type { TestRecord } from '../record/test-record.ts';
import { newPerson, type Person } from './new-person.ts';

/** Somebody whom a school has put on its roster and who has never signed in, but can at the provider. */
export async function personOnRoster(
  record: TestRecord,
): Promise<{ readonly person: Person; readonly school: SchoolFixture; readonly graduateId: string }> {
  const person = await newPerson();
  const school = await createSchool(record.pool);
  const { graduateId } = await createGraduate(record.pool, record, school, {
    accountId: null,
    idType: person.idType,
    idNumberIndex: identityIndex(record.index, 'PASSPORT', person.idNumber),
    phone: null,
    email: null,
  });
  return { person, school, graduateId };
}
