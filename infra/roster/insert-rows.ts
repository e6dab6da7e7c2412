import type { Connection } from '../database/pool.ts';
import { prepared, type Statement } from '../record/statement.ts';

/** An INSERT of many rows of one shape, a single statement with a single parameter, whatever their number; none for no rows. */
export function insertRows(table: string, rows: readonly Readonly<Record<string, unknown>>[], onConflict = ''): readonly Statement[] {
  if (rows[0] === undefined) return [];
  const columns = Object.keys(rows[0])
    .map((column) => `"${column}"`)
    .join(', ');
  const text = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1) ${onConflict}`;
  return [prepared(text, [JSON.stringify(rows)])];
}

/** Runs statements one after the other in the running transaction. */
export async function runStatements(connection: Connection, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) await connection.query({ ...statement, values: [...statement.values] });
}
