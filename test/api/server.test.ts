import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/stack/project-root.ts';
import { findFreePorts } from '../../scripts/stack/ports.ts';
import { waitUntil } from '../../scripts/stack/wait-until.ts';
import { stackAddresses } from '../support/stack/addresses.ts';
import { createTestDatabase, type TestDatabase } from '../support/stack/database.ts';

let database: TestDatabase;
let child: ChildProcess;
let output = '';

beforeAll(async () => { database = await createTestDatabase(); });
afterAll(() => database.drop());
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

/** The real process, as a deployment starts it. */
async function start(environment: Readonly<Record<string, string>> = {}): Promise<{ url: string; metricsUrl: string; exit: Promise<number | null> }> {
  const { temporal, mail, identity, keysFile, directory } = stackAddresses();
  const [port = 0, metricsPort = 0] = await findFreePorts(2);
  const url = `http://127.0.0.1:${port}`;
  output = '';
  child = spawn(process.execPath, [join(projectRoot, 'api/server.ts')], {
    cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'], NODE_ENV: 'test', LOG_LEVEL: 'info', DATABASE_URL: database.url, TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace,
      TEMPORAL_UI_URL: temporal.uiUrl, SMTP_URL: mail.smtpUrl, MAIL_FROM: 'quxiang@example.com', KEYS_FILE: keysFile, STATEMENT_SIGNING_CERTIFICATE_FILE: join(directory, 'signing', 'signing-certificate.pem'), FILES_DIR: join(directory, 'server-files'),
      OIDC_ISSUER: identity.issuer, OIDC_CLIENT_ID: identity.clientId, OIDC_CLIENT_SECRET: identity.clientSecret, PUBLIC_URL: url, HTTP_PORT: String(port), METRICS_PORT: String(metricsPort),
      STATEMENT_ISSUER: '示例', STATEMENT_SOURCE_NOTE: '样例数据', SHUTDOWN_GRACE_SECONDS: '5', ...environment,
    },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  return { url, metricsUrl: `http://127.0.0.1:${metricsPort}`, exit: once(child, 'exit').then(([code]) => code as number | null) };
}

const isReady = (url: string) => waitUntil(async () => (await fetch(`${url}/health/ready`)).ok, { timeoutMs: 30_000, explain: () => new Error(`not ready:\n${output}`) });

describe('the process of the API', () => {
  it('serves, measures on a port of its own, and stops when it is asked to: a request that has begun is finished', async () => {
    const { url, metricsUrl, exit } = await start();
    await isReady(url);
    expect((await fetch(`${url}/api/notice`)).status).toBe(200);
    const measured = await (await fetch(`${metricsUrl}/metrics`)).text();
    expect(measured).toContain('quxiang_http_request_seconds_count{method="GET",route="/api/notice",status="200"} 1');
    expect((await fetch(`${metricsUrl}/health/live`)).status).toBe(200);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);

    const body = JSON.stringify({ name: 'nobody', password: 'wrong' });
    const begun = request(`${url}/api/sign-in`, { method: 'POST', headers: { origin: url, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } });
    const answered = once(begun, 'response');
    begun.write(body.slice(0, 10));
    await once(begun, 'socket');
    // The server must have the request before it is told to stop.
    await waitUntil(async () => (await fetch(`${url}/health/live`)).ok, { timeoutMs: 5_000, explain: () => new Error('gone') });
    child.kill('SIGTERM');
    await waitUntil(() => output.includes('no new connections'), { timeoutMs: 5_000, explain: () => new Error(output) });
    begun.end(body.slice(10));
    const [response] = await answered as [{ statusCode: number }];
    expect(response.statusCode).toBe(401);
    expect(await exit).toBe(0);
    expect(output).toContain('"finished":true');
  });

  it('takes requests while Temporal is away', async () => {
    const { url } = await start({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    await isReady(url);
    expect((await fetch(`${url}/api/codes/genders`)).status).toBe(200);
  });

  it('does not start with a configuration that cannot be used, and names it without its value', async () => {
    const { exit } = await start({ DATABASE_URL: 'mysql://quxiang:geheim@localhost/x', METRICS_PORT: 'many' });
    expect(await exit).not.toBe(0);
    expect(output).toContain('DATABASE_URL');
    expect(output).toContain('METRICS_PORT');
    expect(output).not.toContain('geheim');
  });

  it('ends with an error when its port is taken', async () => {
    const first = await start();
    await isReady(first.url);
    const holder = child;
    const second = await start({ HTTP_PORT: new URL(first.url).port });
    expect(await second.exit).not.toBe(0);
    holder.kill('SIGTERM');
    expect(await first.exit).toBe(0);
  });
});
