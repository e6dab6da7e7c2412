import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createDatabase, dropDatabase, withDatabase } from '../databases.ts';
import { declareCharacterColumns } from './character-columns.ts';

/**
 * Connects the schema engine to PostgreSQL. Differs from `PrismaPg` where that is not safe for migrations: it cuts scripts
 * at every semicolon, function bodies included, and runs the pieces without a transaction; a whole script sent as one
 * message is one transaction. And it drops the shadow database while still connected to it.
 */
export class MigrationAdapter implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  /** What PostgreSQL said to the script that failed; the engine does not pass it on. */
  failure: unknown;
  readonly #url: string;
  readonly #open = new Set<pg.Pool>();

  constructor(url: string) {
    this.#url = url;
  }

  connect(): Promise<SqlDriverAdapter> {
    return this.#connectTo(this.#url, () => Promise.resolve());
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `quxiang_shadow_${randomUUID()}`;
    await createDatabase(this.#url, name);
    return this.#connectTo(withDatabase(this.#url, name), () => dropDatabase(this.#url, name));
  }

  /** Ends every connection the engine has left open. */
  async close(): Promise<void> {
    await Promise.all([...this.#open].map((pool) => pool.end()));
    this.#open.clear();
  }

  async #connectTo(url: string, afterwards: () => Promise<void>): Promise<SqlDriverAdapter> {
    const pool = new pg.Pool({ connectionString: url, max: 4 });
    const characterColumns = declareCharacterColumns(pool);
    pool.on('error', () => undefined);
    this.#open.add(pool);
    const adapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      queryRaw: async (query: SqlQuery) => {
        const result = await queryRaw(query);
        for (const column of characterColumns.get(result.rows) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character;
        return result;
      },
      executeScript: async (script: string) => {
        await pool.query(script).catch((error: unknown) => {
          this.failure = error;
          throw error;
        });
      },
      dispose: async () => {
        this.#open.delete(pool);
        await pool.end();
        await afterwards();
      },
    });
  }
}
