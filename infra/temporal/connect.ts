import { Client, Connection } from '@temporalio/client';
import type { Config } from '../config/config.ts';

export interface TemporalClient {
  readonly client: Client;
  close(): Promise<void>;
}

/** One connection per process. Throws when the server does not answer within 10 s. */
export async function connectTemporal({ address, namespace }: Pick<Config['temporal'], 'address' | 'namespace'>): Promise<TemporalClient> {
  const connection = await Connection.connect({ address, connectTimeout: 10_000 });
  return { client: new Client({ connection, namespace }), close: () => connection.close() };
}
