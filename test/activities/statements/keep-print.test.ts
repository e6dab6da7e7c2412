import { join } from 'node:path';
import { keepPrint } from '../../../activities/statements/keep-print.ts';
import { createFileStore } from '../../../infra/storage/file-store.ts';
import { createGraduate, createSchool } from '../../support/record/graduates.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';
import { stackAddresses } from '../../support/stack/addresses.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record?.close());

it('R45 a print whose keeper died between file and row gets its row, and is not printed again', async () => {
  const { graduateId } = await createGraduate(record.pool, record, await createSchool(record.pool));
  const files = createFileStore({ directory: join(stackAddresses().directory, 'keep-print', record.newId()), keys: record.keyring.files });
  const store = { statements: { pool: record.pool }, files };
  const key = 'a'.repeat(64);
  await files.put(key, Buffer.from('%PDF-1.7'));
  let printed = 0;
  const keep = (name: string) =>
    keepPrint(store, {
      key: name,
      graduateId,
      print: async () => {
        printed += 1;
        return Buffer.from('%PDF-1.7 new');
      },
    });
  await keep(key);
  await keep(key);
  expect(printed).toBe(0);
  const { rows } = await record.pool.query('SELECT "contentKey", "sizeBytes"::int FROM "statement" WHERE "graduateId" = $1', [graduateId]);
  expect(rows).toEqual([{ contentKey: key, sizeBytes: 8 }]);
  await keep('b'.repeat(64));
  expect(printed).toBe(1);
});
