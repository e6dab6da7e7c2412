import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { findFreePorts } from '../../../scripts/stack/ports.ts';
import { startPostgres } from '../../../scripts/stack/postgres.ts';
import { startTemporal, type Temporal } from '../../../scripts/stack/temporal.ts';
import { addressesVariable, stackAddresses } from '../stack/addresses.ts';

export interface OwnServer {
  /** SIGKILL; what `stackAddresses()` says leads nowhere from then on. */
  kill(): Promise<void>;
  /** After a kill: a new server on the same data. Whoever reads `stackAddresses()` finds the new one. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A Temporal server with a database of its own, for a test file that kills it; the other tests keep theirs. */
export async function startOwnServer(): Promise<OwnServer> {
  const directory = join(stackAddresses().directory, `own-server-${randomUUID()}`);
  await mkdir(directory, { mode: 0o711 });
  const [postgresPort = 0] = await findFreePorts(1);
  const postgres = await startPostgres({ directory: join(directory, 'postgres'), port: postgresPort });
  const start = async (): Promise<Temporal> => {
    const [port = 0, uiPort = 0] = await findFreePorts(2);
    const store = { host: postgres.host, port: postgres.port, ...postgres.temporal };
    const { address, uiUrl, namespace, ...running } = await startTemporal({
      directory: join(directory, 'temporal'),
      store,
      port,
      uiPort,
      retentionDays: 1,
    });
    process.env[addressesVariable] = JSON.stringify({ ...stackAddresses(), temporal: { address, uiUrl, namespace } });
    return { address, uiUrl, namespace, ...running };
  };
  let temporal = await start();
  return {
    kill: () => temporal.kill(),
    restart: async () => {
      temporal = await start();
    },
    stop: async () => {
      await temporal.stop();
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
