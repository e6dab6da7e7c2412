import type { Keyring } from '../crypto/keyring.ts';
import type { Connection, Pool } from '../database/pool.ts';
import { inTransaction } from '../database/transaction.ts';
import type { SealedTable, Seals } from './sealed-tables.ts';

export interface ResealOptions {
  readonly keyring: Pick<Keyring, 'field' | 'blindIndex'>;
  readonly seals: Seals;
  /** Rows of one transaction. */
  readonly batch: number;
  /** Called after each transaction with the rows done so far. */
  readonly onBatch: (table: string, rows: number) => void;
}

type Row = Readonly<Record<string, string | null>>;

const firstId = '00000000-0000-0000-0000-000000000000';

/** Rows with a value under another key than the current one; a key id is of small letters, digits and dashes. */
const isOld = ({ sealed, indexes }: SealedTable, { field, blindIndex }: ResealOptions['keyring']): string =>
  [
    ...Object.values(sealed).map((column) => `NOT starts_with(${column}, 'v1.${field.current}.')`),
    ...Object.values(indexes).map((column) => `NOT starts_with(${column}, '${blindIndex.current}.')`),
  ].join(' OR ');

const selection = (table: SealedTable, keyring: ResealOptions['keyring']): string => {
  const columns = Object.entries({ ...table.sealed, ...table.indexes, ...table.also }).map(([name, column]) => `${column} AS "${name}"`);
  // Who works on a row is never waited for, so nobody can wait in a circle; the next pass comes back to it.
  return `SELECT t."id"::text AS "id", ${columns.join(', ')} FROM "${table.table}" t
    WHERE t."id" > $1 AND (${isOld(table, keyring)}) ORDER BY t."id" LIMIT $2 FOR NO KEY UPDATE OF t SKIP LOCKED`;
};

/**
 * Brings every row of a table under the current keys, in short transactions along the primary key. What is done is known
 * by the key id in the value itself, so a run that is killed is taken up by running it again. Returns the rows changed.
 */
export async function resealTable(pool: Pool, table: SealedTable, options: ResealOptions): Promise<number> {
  let total = 0;
  // One pass more than changes anything: rows that were locked, or written by a process that had the old keyring.
  for (;;) {
    let inThisPass = 0;
    for (let after: string | null = firstId; after !== null;) {
      const from: string = after;
      const { last, count }: { last: string | null; count: number } = await inTransaction(pool, (connection) =>
        resealBatch(connection, table, from, options),
      );
      after = last;
      inThisPass += count;
      if (count > 0) options.onBatch(table.table, total + inThisPass);
    }
    total += inThisPass;
    if (inThisPass === 0) return total;
  }
}

async function resealBatch(
  connection: Connection,
  table: SealedTable,
  after: string,
  { keyring, seals, batch }: ResealOptions,
): Promise<{ last: string | null; count: number }> {
  const { rows } = await connection.query<Row>(selection(table, keyring), [after, batch]);
  const last = rows.at(-1);
  if (!last) return { last: null, count: 0 };
  const renewed = rows.map((row) => ({ id: row.id ?? '', ...table.renew(row, seals) }));
  const names = Object.keys(renewed[0] ?? {}).filter((name) => name !== 'id');
  const arrays = ['$1::uuid[]', ...names.map((_, index) => `$${index + 2}::text[]`)].join(', ');
  await connection.query(
    `UPDATE "${table.table}" t SET ${table.set} FROM unnest(${arrays}) AS u ("id", ${names.map((name) => `"${name}"`).join(', ')}) WHERE t."id" = u."id"`,
    [renewed.map(({ id }) => id), ...names.map((name) => renewed.map((row) => (row as Row)[name] ?? null))],
  );
  return { last: last.id ?? null, count: rows.length };
}
