import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureKeyring } from '../../scripts/stack/keys.ts';
import { startProcess, type ManagedProcess } from '../../scripts/stack/managed-process.ts';
import { applyMigrations } from '../../scripts/stack/migrations.ts';
import { ensureSigningCertificate } from '../../scripts/stack/signing-certificate.ts';
import { findFreePorts } from '../../scripts/stack/ports.ts';
import { startPostgres } from '../../scripts/stack/postgres.ts';
import { projectRoot } from '../../scripts/stack/project-root.ts';
import { waitUntil } from '../../scripts/stack/wait-until.ts';
import { Lifetime } from '../../scripts/start/lifetime.ts';

export interface VerifyStack {
  readonly databaseUrl: string;
  readonly adminUrl: string;
  readonly keysFile: string;
  readonly lifetime: Lifetime;
  readonly directory: string;
  startServer(
    script: string,
    options?: { readonly nodeArgs?: readonly string[]; readonly env?: Readonly<Record<string, string>> },
  ): Promise<BenchServer>;
}

export interface BenchServer {
  readonly url: string;
  readonly process: ManagedProcess;
}

/** Limits that count everything and refuse nothing: what is measured is what they cost. */
const endless = { capacity: 10_000_000, secondsEach: 0.001 };
const limits = {
  address: { free: endless, challenged: endless },
  number: { free: endless, challenged: endless },
  overall: { free: endless, challenged: endless },
  questionsPerMinute: 100_000_000,
};

/** PostgreSQL with durable commits in an empty folder, and servers beside it. Verification asks Temporal nothing, so there is none. */
export async function startVerifyStack(): Promise<VerifyStack> {
  const directory = await mkdtemp(join(tmpdir(), 'quxiang-verify-'));
  await chmod(directory, 0o711);
  const lifetime = new Lifetime();
  lifetime.add('data folder', () => rm(directory, { recursive: true, force: true }));
  const [port = 0] = await findFreePorts(1);
  const postgres = await startPostgres({ directory: join(directory, 'postgres'), port });
  lifetime.add('PostgreSQL', () => postgres.stop());
  await applyMigrations(postgres.adminUrl);
  const keysFile = join(directory, 'keyring.json');
  await ensureKeyring(keysFile);
  await ensureSigningCertificate(join(directory, 'signing'));
  const startServer: VerifyStack['startServer'] = async (script, { nodeArgs = [], env = {} } = {}) => {
    const [http = 0, metrics = 0] = await findFreePorts(2);
    const url = `http://127.0.0.1:${http}`;
    const server = startProcess({
      name: script,
      command: process.execPath,
      args: [...nodeArgs, join(projectRoot, script)],
      cwd: projectRoot,
      log: (line) => process.stderr.write(`${line}\n`),
      stopTimeoutMs: 10_000,
      env: {
        ...process.env,
        NODE_ENV: 'development',
        NODE_NO_WARNINGS: '1',
        LOG_LEVEL: 'warn',
        DATABASE_URL: postgres.url,
        KEYS_FILE: keysFile,
        FILES_DIR: join(directory, 'files'),
        STATEMENT_SIGNING_CERTIFICATE_FILE: join(directory, 'signing', 'signing-certificate.pem'),
        HTTP_PORT: String(http),
        METRICS_PORT: String(metrics),
        PUBLIC_URL: url,
        TEMPORAL_ADDRESS: '127.0.0.1:1',
        TEMPORAL_UI_URL: url,
        SMTP_URL: 'smtp://127.0.0.1:1',
        MAIL_FROM: 'bench@example.com',
        OIDC_ISSUER: url,
        OIDC_CLIENT_ID: 'bench',
        OIDC_CLIENT_SECRET: 'bench',
        STATEMENT_ISSUER: '示例签发机构',
        STATEMENT_SOURCE_NOTE: '样例数据',
        VERIFICATION_LIMITS: JSON.stringify(limits),
        ...env,
      },
    });
    lifetime.add(script, () => server.stop());
    await waitUntil(
      async () =>
        server.hasExited() ||
        (await fetch(`${url}/health/live`).then(
          ({ ok }) => ok,
          () => false,
        )),
      { timeoutMs: 30_000, intervalMs: 100, explain: () => new Error(`${script} does not start`) },
    );
    if (server.hasExited()) throw new Error(`${script} ended at its start`);
    return { url, process: server };
  };
  return { databaseUrl: postgres.url, adminUrl: postgres.adminUrl, keysFile, lifetime, directory, startServer };
}
