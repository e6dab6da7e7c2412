import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';

const objectInUse = '55006';

/** Makes a database, as a copy of `template` if one is named. The role of `adminUrl` must be allowed to and will own it. */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<void> {
  const source = template === undefined ? '' : ` TEMPLATE ${pg.escapeIdentifier(template)}`;
  await asAdmin(adminUrl, async (client) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${source}`);
        return;
      } catch (error) {
        // The template must have no other session for an instant; somebody may just be leaving it.
        if (attempt >= 50 || !(error instanceof pg.DatabaseError) || error.code !== objectInUse) throw error;
        await delay(100);
      }
    }
  });
}

/** Drops a database with whatever sessions are left in it; one that does not exist is no error. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
  });
}

/** The same address with another database. */
export function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function asAdmin(adminUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(adminUrl, 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
