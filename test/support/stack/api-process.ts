import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/stack/project-root.ts';
import { findFreePorts } from '../../../scripts/stack/ports.ts';
import { waitUntil } from '../../../scripts/stack/wait-until.ts';
import { stackAddresses } from './addresses.ts';

export interface ApiProcess {
  readonly url: string;
  readonly metricsUrl: string;
  readonly child: ChildProcess;
  readonly exit: Promise<number | null>;
  /** Everything it has written so far. */
  readonly output: () => string;
  ready(): Promise<void>;
  /** SIGKILL, unless it has ended. */
  kill(): Promise<void>;
}

/** The API as a deployment starts it, in a process of its own. */
export async function startApiProcess(databaseUrl: string, environment: Readonly<Record<string, string>> = {}): Promise<ApiProcess> {
  const { temporal, mail, identity, keysFile, directory } = stackAddresses();
  const [port = 0, metricsPort = 0] = await findFreePorts(2);
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(projectRoot, 'api/server.ts')], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      LOG_LEVEL: 'info',
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
      TEMPORAL_UI_URL: temporal.uiUrl,
      SMTP_URL: mail.smtpUrl,
      MAIL_FROM: 'quxiang@example.com',
      KEYS_FILE: keysFile,
      STATEMENT_SIGNING_CERTIFICATE_FILE: join(directory, 'signing', 'signing-certificate.pem'),
      FILES_DIR: join(directory, 'server-files'),
      OIDC_ISSUER: identity.issuer,
      OIDC_CLIENT_ID: identity.clientId,
      OIDC_CLIENT_SECRET: identity.clientSecret,
      PUBLIC_URL: url,
      HTTP_PORT: String(port),
      METRICS_PORT: String(metricsPort),
      STATEMENT_ISSUER: '示例',
      STATEMENT_SOURCE_NOTE: '样例数据',
      SHUTDOWN_GRACE_SECONDS: '5',
      ...environment,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return {
    url,
    metricsUrl: `http://127.0.0.1:${metricsPort}`,
    child,
    exit,
    output: () => output,
    ready: () =>
      waitUntil(async () => (await fetch(`${url}/health/ready`)).ok, {
        timeoutMs: 30_000,
        explain: () => new Error(`not ready:\n${output}`),
      }),
    kill: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await exit;
    },
  };
}
