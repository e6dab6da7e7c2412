import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, withDatabase } from '../../../scripts/stack/databases.ts';
import { startIdentityProvider } from '../../../scripts/stack/identity-provider.ts';
import { ensureKeyring } from '../../../scripts/stack/keys.ts';
import { ensureSigningCertificate } from '../../../scripts/stack/signing-certificate.ts';
import { startMail } from '../../../scripts/stack/mail.ts';
import { applyMigrations } from '../../../scripts/stack/migrations.ts';
import { findFreePorts } from '../../../scripts/stack/ports.ts';
import { startPostgres } from '../../../scripts/stack/postgres.ts';
import { startTemporal } from '../../../scripts/stack/temporal.ts';
import type { StackAddresses } from './addresses.ts';

const templateDatabase = 'quxiang_template';
const identity = { clientId: 'quxiang', clientSecret: 'test-client-secret', proofingAcr: 'urn:quxiang:acr:proofed' };

/** The components of one test run. */
export interface RunningStack {
  addresses: StackAddresses;
  stop(): Promise<void>;
}

/** Starts everything the tests need, on free ports, in a folder of its own. What has begun is stopped when a later part fails. */
export async function startTestStack(progress: (message: string) => void): Promise<RunningStack> {
  const directory = await mkdtemp(join(tmpdir(), 'quxiang-test-'));
  await chmod(directory, 0o711);
  const stops: (() => Promise<void>)[] = [() => rm(directory, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  const started = <T extends { stop(): Promise<void> }>(component: T): T => {
    stops.push(() => component.stop());
    return component;
  };
  try {
    const [postgresPort = 0, temporalPort = 0, uiPort = 0, smtpPort = 0, webPort = 0, identityPort = 0] = await findFreePorts(6);
    const postgres = started(await startPostgres({ directory: join(directory, 'postgres'), port: postgresPort, durable: false }));
    const [temporal, mail, provider] = await Promise.all([
      startTemporal({
        directory: join(directory, 'temporal'),
        store: { host: postgres.host, port: postgres.port, ...postgres.temporal },
        port: temporalPort,
        uiPort,
        retentionDays: 1,
        progress,
      }).then(started),
      startMail({ directory: join(directory, 'mail'), smtpPort, webPort }).then(started),
      startIdentityProvider({
        ...identity,
        directory: join(directory, 'identity'),
        port: identityPort,
        accountsFile: join(directory, 'accounts.json'),
        publicUrl: 'http://127.0.0.1:3000',
      }).then(started),
      writeFile(join(directory, 'accounts.json'), '[]'),
      ensureKeyring(join(directory, 'keyring.json')),
      ensureSigningCertificate(join(directory, 'signing')),
      prepareTemplate(postgres.adminUrl),
    ]);
    const addresses = {
      directory,
      postgres: { host: postgres.host, port: postgres.port, adminUrl: postgres.adminUrl, url: postgres.url, templateDatabase },
      temporal: { address: temporal.address, uiUrl: temporal.uiUrl, namespace: temporal.namespace },
      mail: { smtpUrl: mail.smtpUrl, webUrl: mail.webUrl },
      identity: { ...identity, issuer: provider.issuer, accountsFile: join(directory, 'accounts.json') },
      keysFile: join(directory, 'keyring.json'),
    };
    return { addresses, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function prepareTemplate(adminUrl: string): Promise<void> {
  await createDatabase(adminUrl, templateDatabase);
  await applyMigrations(withDatabase(adminUrl, templateDatabase));
}
