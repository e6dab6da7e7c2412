import type { Connection, Pool } from '../../infra/database/pool.ts';

/** Seconds by name of the prepared statement, summed over all connections. */
export type StatementTimes = Map<string, number>;

type Query = (config: { name?: string }, ...rest: unknown[]) => Promise<unknown>;

/** The same pool, whose connections note how long each named statement took. */
export function timeStatements(pool: Pool): { readonly pool: Pool; readonly times: StatementTimes } {
  const times: StatementTimes = new Map();
  const timed = (connection: Connection): Connection =>
    new Proxy(connection, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (key !== 'query') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        return async (config: { name?: string }, ...rest: unknown[]) => {
          const began = performance.now();
          const result = await (target.query as Query)(config, ...rest);
          const name = config.name ?? 'begin and commit';
          times.set(name, (times.get(name) ?? 0) + (performance.now() - began) / 1000);
          return result;
        };
      },
    });
  const connect = async () => timed(await pool.connect());
  return {
    times,
    pool: new Proxy(pool, {
      get: (target, key) => {
        if (key === 'connect') return connect;
        const value: unknown = Reflect.get(target, key);
        // The pool's own query asks itself for a connection, by a callback that the wrapper above has not.
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    }),
  };
}
