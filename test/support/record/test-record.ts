import { readKeyring, type Keyring } from '../../../infra/crypto/keyring.ts';
import { createBlindIndex } from '../../../infra/crypto/blind-index.ts';
import { createFieldCipher } from '../../../infra/crypto/field-cipher.ts';
import { newId, nextIndex } from '../../../infra/crypto/secure-random.ts';
import { createPool, type Pool } from '../../../infra/database/pool.ts';
import { createManyStatusPlaces, createStatusPlaces } from '../../../infra/offline/status-places.ts';
import { createNumberSeals } from '../../../infra/record/number-seals.ts';
import { createRulePacks } from '../../../infra/record/rule-packs.ts';
import type { RecordDependencies } from '../../../activities/dependencies.ts';
import { stackAddresses } from '../stack/addresses.ts';
import { createTestDatabase, type TestDatabase } from '../stack/database.ts';
import type { Seals } from './graduates.ts';

export interface TestRecord extends RecordDependencies, Seals {
  readonly database: TestDatabase;
  readonly keyring: Keyring;
  close(): Promise<void>;
}

/** A migrated database of its own with everything that reads and writes the record; one per test file. */
export async function openTestRecord(): Promise<TestRecord> {
  return attachTestRecord(await createTestDatabase());
}

/** The same on a database that exists already, for a second process. */
export function attachTestRecord(database: TestDatabase): TestRecord {
  const record = recordOn(createPool(database.url, 10), stackAddresses().keysFile);
  return {
    ...record,
    database,
    close: async () => {
      await record.pool.end();
      await database.drop();
    },
  };
}

/** What reads and writes the record through a pool, under the keys of a file. */
export function recordOn(pool: Pool, keysFile: string): Omit<TestRecord, 'database' | 'close'> {
  const keyring = readKeyring(keysFile);
  const cipher = createFieldCipher(keyring.field);
  const index = createBlindIndex(keyring.blindIndex);
  return {
    pool,
    keyring,
    cipher,
    index,
    newId,
    nextIndex,
    rulePacks: createRulePacks(pool),
    seals: createNumberSeals(cipher, index),
    takeStatusPlace: createStatusPlaces(keyring.statusPlace),
    takeStatusPlaces: createManyStatusPlaces(keyring.statusPlace),
  };
}
