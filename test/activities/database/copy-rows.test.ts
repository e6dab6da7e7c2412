import fc from 'fast-check';
import { copyRows } from '../../../infra/database/copy-rows.ts';
import { inTransaction } from '../../../infra/database/transaction.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record?.close());

const text = fc.oneof(
  fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\u0000', '')),
  fc.constantFrom('', 'NULL', '\\N', '\\.', '{}', 'a\tb\r\nc\\"', '{"a","b"}'),
);
const rows = fc.array(
  fc.record({
    text: fc.option(text),
    yes: fc.boolean(),
    count: fc.integer({ min: -2_000_000, max: 2_000_000 }),
    list: fc.array(text, { maxLength: 4 }),
    body: fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true }),
    at: fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
  }),
  { maxLength: 5 },
);

describe('rows that go in by COPY', () => {
  it('come out as they were, whatever characters they hold', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const found = await inTransaction(record.pool, async (connection) => {
          await connection.query(
            'CREATE TEMPORARY TABLE "kept" ("seq" serial, "text" text, "yes" boolean, "count" int, "list" text[], "body" jsonb, "at" timestamptz(3)) ON COMMIT DROP',
          );
          await copyRows(connection, 'kept', given);
          return (await connection.query('SELECT "text", "yes", "count", "list", "body", "at" FROM "kept" ORDER BY "seq"'))
            .rows as unknown[];
        });
        expect(found).toEqual(given.map((row) => ({ ...row, at: row.at.getTime() })));
      }),
      { numRuns: 100 },
    );
  });

  it('fail as an INSERT would, and the connection goes on', async () => {
    const [row] = (await record.pool.query('SELECT gen_random_uuid() AS "id"')).rows as { id: string }[];
    const account = { id: row!.id, kind: 'STAFF', displayName: '示例' };
    await expect(inTransaction(record.pool, (connection) => copyRows(connection, 'account', [account, account]))).rejects.toMatchObject({
      code: '23505',
      constraint: 'account_pkey',
    });
    await inTransaction(record.pool, (connection) => copyRows(connection, 'account', [account]));
    expect((await record.pool.query('SELECT "displayName" FROM "account" WHERE "id" = $1', [account.id])).rows).toEqual([
      { displayName: '示例' },
    ]);
  });
});
