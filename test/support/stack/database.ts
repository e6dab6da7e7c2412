import { randomUUID } from 'node:crypto';
import { createDatabase, dropDatabase, withDatabase } from '../../../scripts/stack/databases.ts';
import { stackAddresses } from './addresses.ts';

export interface TestDatabase {
  /** Under the application role. */
  url: string;
  /** Under the role that owns the schema. */
  adminUrl: string;
  drop(): Promise<void>;
}

/** A migrated, empty database for one test file, copied from the template in a fraction of a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, adminUrl, templateDatabase } = stackAddresses().postgres;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await createDatabase(adminUrl, name, templateDatabase);
  return { url: withDatabase(url, name), adminUrl: withDatabase(adminUrl, name), drop: () => dropDatabase(adminUrl, name) };
}
