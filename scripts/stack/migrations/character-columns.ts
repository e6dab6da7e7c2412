import type pg from 'pg';

const character = 18;
const text = 25;

/**
 * PostgreSQL's catalogue has columns of type "char", which `PrismaPg` refuses and the schema engine insists on.
 * Results of this pool call them text; the map says for the rows of a result which columns they were.
 */
export function declareCharacterColumns(pool: pg.Pool): WeakMap<object, number[]> {
  const columns = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult | pg.QueryResult[]>;
  pool.query = (async (...args: unknown[]) => {
    const result = await query(...args);
    for (const { fields, rows } of Array.isArray(result) ? result : [result]) {
      const found = fields.flatMap((field, index) => (field.dataTypeID === character ? [index] : []));
      for (const index of found) Object.assign(fields[index] ?? {}, { dataTypeID: text });
      columns.set(rows, found);
    }
    return result;
  }) as typeof pool.query;
  return columns;
}
