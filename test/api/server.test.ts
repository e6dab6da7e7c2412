import { once } from 'node:events';
import { request } from 'node:http';
import { waitUntil } from '../../scripts/stack/wait-until.ts';
import { startApiProcess, type ApiProcess } from '../support/stack/api-process.ts';
import { createTestDatabase, type TestDatabase } from '../support/stack/database.ts';

let database: TestDatabase;
let started: ApiProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
afterEach(async () => {
  await Promise.all(started.map((api) => api.kill()));
  started = [];
});

async function start(environment: Readonly<Record<string, string>> = {}, databaseUrl = database.url): Promise<ApiProcess> {
  const api = await startApiProcess(databaseUrl, environment);
  started.push(api);
  return api;
}

describe('the process of the API', () => {
  it('serves, measures on a port of its own, and stops when it is asked to: a request that has begun is finished', async () => {
    const { url, metricsUrl, exit, child, output, ready } = await start();
    await ready();
    expect((await fetch(`${url}/api/notice`)).status).toBe(200);
    const measured = await (await fetch(`${metricsUrl}/metrics`)).text();
    expect(measured).toContain('quxiang_http_request_seconds_count{method="GET",route="/api/notice",status="200"} 1');
    expect((await fetch(`${metricsUrl}/health/live`)).status).toBe(200);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);

    const body = JSON.stringify({ name: 'nobody', password: 'wrong' });
    const begun = request(`${url}/api/sign-in`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    const answered = once(begun, 'response');
    begun.write(body.slice(0, 10));
    await once(begun, 'socket');
    // The server must have the request before it is told to stop.
    await waitUntil(async () => (await fetch(`${url}/health/live`)).ok, { timeoutMs: 5_000, explain: () => new Error('gone') });
    child.kill('SIGTERM');
    await waitUntil(() => output().includes('no new connections'), { timeoutMs: 5_000, explain: () => new Error(output()) });
    begun.end(body.slice(10));
    const [response] = (await answered) as [{ statusCode: number }];
    expect(response.statusCode).toBe(401);
    expect(await exit).toBe(0);
    expect(output()).toContain('"finished":true');
  });

  it('takes requests while Temporal is away', async () => {
    const { url, ready } = await start({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    await ready();
    expect((await fetch(`${url}/api/codes/genders`)).status).toBe(200);
  });

  it('does not start with a configuration that cannot be used, and names it without its value', async () => {
    const { exit, output } = await start({ METRICS_PORT: 'many' }, 'mysql://quxiang:geheim@localhost/x');
    expect(await exit).not.toBe(0);
    expect(output()).toContain('DATABASE_URL');
    expect(output()).toContain('METRICS_PORT');
    expect(output()).not.toContain('geheim');
  });

  it('ends with an error when its port is taken', async () => {
    const first = await start();
    await first.ready();
    const second = await start({ HTTP_PORT: new URL(first.url).port });
    expect(await second.exit).not.toBe(0);
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
  });
});
