import { join } from 'node:path';
import { startIdentityProvider } from '../stack/identity-provider.ts';
import { ensureKeyring } from '../stack/keys.ts';
import { startMail } from '../stack/mail.ts';
import { applyMigrations } from '../stack/migrations.ts';
import { ensureSigningCertificate, type SigningFiles } from '../stack/signing-certificate.ts';
import { startPostgres, type Postgres } from '../stack/postgres.ts';
import { startTemporal } from '../stack/temporal.ts';
import { prepareNamespace } from '../stack/temporal/namespace.ts';
import { chooseDatabase, type DatabaseAddresses } from './database.ts';
import type { Lifetime } from './lifetime.ts';
import { logToFile } from './logs.ts';
import { needsEmbeddedPostgres } from './preflight.ts';
import { loadSecrets } from './secrets.ts';
import type { Settings } from './settings.ts';

/** Where everything the application needs has come up. */
export interface Components {
  database: DatabaseAddresses;
  temporal: { address: string; uiUrl: string };
  /** `webUrl` only for the local mail server. */
  mail: { smtpUrl: string; webUrl?: string };
  identity: { issuer: string; clientSecret: string; accountsFile: string };
  keysFile: string;
  signing: SigningFiles;
  /** Settles with the name of a component that ended by itself. */
  ended: Promise<string>;
}

type Say = (message: string) => void;

/** Starts, or finds where the settings say so, everything that worker and API need. */
export async function startComponents(settings: Settings, lifetime: Lifetime, say: Say): Promise<Components> {
  const directory = settings.QUXIANG_DATA_DIR;
  const secrets = await loadSecrets(join(directory, 'secrets.json'));
  const keysFile = join(directory, 'keyring.json');
  await ensureKeyring(keysFile);
  const signing = await ensureSigningCertificate(join(directory, 'signing'));
  const postgres = needsEmbeddedPostgres(settings) ? await startEmbeddedPostgres(settings, lifetime) : undefined;
  if (postgres) say('PostgreSQL is up');
  const database = await chooseDatabase(settings, postgres, secrets.appRolePassword);
  const [temporal, mail, identity] = await Promise.all([
    findTemporal(settings, postgres, lifetime, say),
    findMail(settings, lifetime),
    findIdentityProvider(settings, secrets.oidcClientSecret, lifetime),
    applyMigrations(database.adminUrl).then((applied) =>
      say(applied.length === 0 ? 'The tables are up to date' : `Migrations applied: ${applied.join(', ')}`),
    ),
  ]);
  say('Temporal, mail and sign-in are up');
  const ended = Promise.race([postgres?.ended, temporal.ended].filter((promise) => promise !== undefined));
  return { database, temporal, mail, identity, keysFile, signing, ended };
}

async function startEmbeddedPostgres(settings: Settings, lifetime: Lifetime): Promise<Postgres> {
  const directory = settings.QUXIANG_DATA_DIR;
  const postgres = await startPostgres({
    directory: join(directory, 'postgres'),
    port: settings.POSTGRES_PORT,
    log: logToFile(join(directory, 'logs'), 'postgres'),
  });
  lifetime.add('PostgreSQL', () => postgres.stop());
  return postgres;
}

async function findTemporal(
  settings: Settings,
  postgres: Postgres | undefined,
  lifetime: Lifetime,
  say: Say,
): Promise<Components['temporal'] & { ended?: Promise<string> }> {
  const {
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_RETENTION_DAYS: retentionDays,
    QUXIANG_DATA_DIR: directory,
  } = settings;
  if (address || !postgres) {
    const given = address ?? '';
    await prepareNamespace({ address: given, namespace, retentionDays });
    return { address: given, uiUrl: settings.TEMPORAL_UI_URL ?? `http://${given.split(':')[0]}:8233` };
  }
  const temporal = await startTemporal({
    directory: join(directory, 'temporal'),
    store: { host: postgres.host, port: postgres.port, ...postgres.temporal },
    port: settings.TEMPORAL_PORT,
    uiPort: settings.TEMPORAL_UI_PORT,
    namespace,
    retentionDays,
    requireTimeSkipping: false,
    log: logToFile(join(directory, 'logs'), 'temporal'),
    progress: say,
  });
  lifetime.add('Temporal', () => temporal.stop());
  return temporal;
}

async function findMail(settings: Settings, lifetime: Lifetime): Promise<Components['mail']> {
  if (settings.SMTP_URL) return { smtpUrl: settings.SMTP_URL };
  const mail = await startMail({
    directory: join(settings.QUXIANG_DATA_DIR, 'mail'),
    smtpPort: settings.SMTP_PORT,
    webPort: settings.MAIL_PORT,
  });
  lifetime.add('mail', () => mail.stop());
  return mail;
}

async function findIdentityProvider(settings: Settings, ownSecret: string, lifetime: Lifetime): Promise<Components['identity']> {
  const accountsFile = join(settings.QUXIANG_DATA_DIR, 'oidc-accounts.json');
  if (settings.OIDC_ISSUER) return { issuer: settings.OIDC_ISSUER, clientSecret: settings.OIDC_CLIENT_SECRET ?? '', accountsFile };
  const provider = await startIdentityProvider({
    directory: join(settings.QUXIANG_DATA_DIR, 'identity'),
    port: settings.OIDC_PORT,
    accountsFile,
    clientId: settings.OIDC_CLIENT_ID,
    clientSecret: ownSecret,
    proofingAcr: settings.OIDC_PROOFING_ACR,
    publicUrl: `http://127.0.0.1:${settings.HTTP_PORT}`,
  });
  lifetime.add('the OpenID provider', () => provider.stop());
  return { issuer: provider.issuer, clientSecret: ownSecret, accountsFile };
}
