import type { QueryResultRow } from 'pg';
import type { Queryable } from '../database/pool.ts';
import { insert } from './statement.ts';

interface Asked extends Readonly<Record<string, unknown>> {
  readonly requestedBy: string;
  readonly idempotencyKey: string;
}

/** Remembers what somebody asked for in a row of a table; the same key of the same person is the row that is there. */
export async function storeOnce<Row extends QueryResultRow>(
  database: Queryable,
  table: string,
  columns: string,
  asked: Asked,
): Promise<Row> {
  const { text, values } = insert(table, asked);
  await database.query(`${text} ON CONFLICT ("requestedBy", "idempotencyKey") DO NOTHING`, [...values]);
  const {
    rows: [stored],
  } = await database.query<Row>(`SELECT ${columns} FROM "${table}" WHERE "requestedBy" = $1 AND "idempotencyKey" = $2`, [
    asked.requestedBy,
    asked.idempotencyKey,
  ]);
  if (!stored) throw new Error(`what was stored in ${table} is gone`);
  return stored;
}
