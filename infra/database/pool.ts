import pg from 'pg';

export type Pool = pg.Pool;
export type Connection = pg.PoolClient;
/** Either: one statement on any connection, or on the connection of a transaction. */
export type Queryable = Pick<pg.Pool, 'query'>;

const timestamptz = 1184;
const int8 = 20;

/** Instants are numbers of milliseconds everywhere above the driver, and 64-bit counters fit a double for 285,000 years. */
function parserFor(oid: number, format: 'text' | 'binary' = 'text'): (value: string) => unknown {
  if (oid === timestamptz) return (value) => Date.parse(value.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));
  if (oid === int8) return Number;
  return pg.types.getTypeParser(oid, format) as (value: string) => unknown;
}

/** A pool for the hot paths: prepared SQL without an ORM in between. Sessions speak UTC. */
export function createPool(url: string, maxConnections = 20): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    options: '-c timezone=UTC',
    types: { getTypeParser: parserFor as typeof pg.types.getTypeParser },
  });
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
