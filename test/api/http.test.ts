import { randomUUID } from 'node:crypto';
import { homeDossier } from '../support/record/contents.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client } from './support/client.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';
import { checked } from './support/stages.ts';

const identityNumber = '110101200001010015';

let app: TestApplication;
let people: SchoolWithPeople;
let graduate: Client;

beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
  ({ graduate } = people.clients);
});

const own = () => `/api/graduates/${people.graduate.graduateId}`;
const submission = { content: homeDossier, evidenceIds: [], basedOn: null };

describe('every answer', () => {
  it('carries an id, forbids storing, framing and foreign content, and does not say what answers', async () => {
    const { headers } = await graduate.get(own());
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it('keeps the request id of a proxy, but no text that somebody made up', async () => {
    expect((await graduate.get('/api/notice', { 'x-request-id': 'proxy-4711-abc' })).headers.get('x-request-id')).toBe('proxy-4711-abc');
    expect((await graduate.get('/api/notice', { 'x-request-id': 'a b<script>' })).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('has the version of the record as its ETag and is never a 304, which would hide a deadline', async () => {
    const first = await graduate.get(own());
    expect(first.headers.get('etag')).toBe(`"${first.body.version}"`);
    expect((await graduate.get(own(), { 'if-none-match': `"${first.body.version}"` })).status).toBe(200);
  });

  it('that is a problem speaks the language asked for, and both', async () => {
    const problem = await new Client(app.url).get('/api/me', { 'accept-language': 'en-GB,zh;q=0.5' });
    expect(problem.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(problem).toMatchObject({
      status: 401,
      body: {
        type: '/problems/NOT_SIGNED_IN',
        title: 'Sign in first',
        status: 401,
        code: 'NOT_SIGNED_IN',
        words: { zh: '请先登录', en: 'Sign in first' },
      },
    });
    expect((await new Client(app.url).get('/api/me')).body.title).toBe('请先登录');
  });

  it('to an address that does not exist is a problem too', async () => {
    for (const path of ['/api/nothing', '/elsewhere', '/api/graduates/%E0%A4%A'])
      expect(await graduate.get(path)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });
});

describe('a write from another site', () => {
  const write = (headers: Record<string, string>) =>
    fetch(`${app.url}/api/sign-out`, { method: 'POST', headers: { cookie: graduate.cookie, ...headers } });

  it.each([
    ['without any origin', {}],
    ['with a foreign origin', { origin: 'https://elsewhere.test' }],
    ['with the origin of a sandboxed frame', { origin: 'null' }],
    ['with a foreign origin, whatever else it claims', { origin: 'https://elsewhere.test', 'sec-fetch-site': 'same-origin' }],
    ['that the browser calls same-site', { 'sec-fetch-site': 'same-site' }],
  ])('%s is refused and changes nothing', async (_, headers: Record<string, string>) => {
    const response = await write(headers);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'CROSS_SITE_REQUEST' });
    expect((await graduate.get('/api/me')).status).toBe(200);
  });

  it('is not one when the browser says same-origin', async () => {
    expect((await write({ 'sec-fetch-site': 'same-origin' })).status).toBe(204);
  });
});

describe('an Idempotency-Key', () => {
  it('is required for commands, and refused in another form', async () => {
    expect(await graduate.post(`${own()}/confirmation/retraction`, {}, { key: null })).toMatchObject({
      status: 400,
      body: { code: 'IDEMPOTENCY_KEY_REQUIRED' },
    });
    expect(await graduate.post(`${own()}/confirmation/retraction`, {}, { key: 'short' })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_REQUEST', fields: [{ field: 'Idempotency-Key' }] },
    });
  });

  it('gives the same answer again, applied or refused, and stores one command', async () => {
    await checked(app, people);
    const key = randomUUID();
    const [first, second] = [
      await graduate.post(`${own()}/sections/DOSSIER/submissions`, submission, { key }),
      await graduate.post(`${own()}/sections/DOSSIER/submissions`, submission, { key }),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.command).toEqual(first.body.command);
    const refusedKey = randomUUID();
    const refused = [
      await graduate.post(`${own()}/confirmation/retraction`, {}, { key: refusedKey }),
      await graduate.post(`${own()}/confirmation/retraction`, {}, { key: refusedKey }),
    ];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'NO_DISPUTE'],
      [409, 'NO_DISPUTE'],
    ]);
    const { rows } = await app.record.pool.query(
      'SELECT "type" FROM "command" WHERE "graduateId" = $1 AND "idempotencyKey" = ANY ($2) ORDER BY "receivedAt"',
      [people.graduate.graduateId, [key, refusedKey]],
    );
    expect(rows).toEqual([{ type: 'SUBMIT_SECTION' }, { type: 'RETRACT_DISPUTE' }]);
  });

  it('of another body is refused', async () => {
    await checked(app, people);
    const key = randomUUID();
    await graduate.post(`${own()}/sections/DOSSIER/submissions`, submission, { key });
    const other = { ...submission, content: { ...homeDossier, note: '另一个说明' } };
    expect(await graduate.post(`${own()}/sections/DOSSIER/submissions`, other, { key })).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });
});

describe('a command', () => {
  it('can be looked up by whoever gave it, and by nobody else', async () => {
    const { body } = await graduate.post(`${own()}/basic-information/check`, { digest: (await graduate.get(own())).body.basicDigest });
    const address = `/api/commands/${body.command.id}`;
    expect((await graduate.get(address)).body).toEqual({
      id: body.command.id,
      type: 'CHECK_BASIC_INFORMATION',
      graduateId: people.graduate.graduateId,
      receivedAt: expect.any(String),
      status: 'DONE',
      outcome: { code: 'APPLIED', words: null, clause: null, ids: {} },
    });
    expect(await people.clients.schoolAdmin.get(address)).toMatchObject({ status: 404 });
  });

  it('is answered without the view where the client prefers so', async () => {
    const { basicDigest, version } = (await graduate.get(own())).body;
    const reply = await graduate.post(
      `${own()}/basic-information/check`,
      { digest: basicDigest },
      { headers: { prefer: 'return=minimal' } },
    );
    expect(reply).toMatchObject({ status: 200, body: { command: { status: 'DONE' }, graduate: null } });
    expect(reply.headers.get('etag')).toBe(`"${version + 1}"`);
  });

  it('X13 is received when the server had it all, by the clock of the record', async () => {
    const before = Date.now();
    const { body } = await graduate.post(`${own()}/confirmation/retraction`);
    const {
      rows: [command],
    } = await app.record.pool.query<{ receivedAt: number }>('SELECT "receivedAt" FROM "command" WHERE "graduateId" = $1', [
      people.graduate.graduateId,
    ]);
    expect(body.code).toBe('NO_DISPUTE');
    // The two clocks are of one machine; the way through the database may count a few milliseconds back.
    expect(command?.receivedAt).toBeGreaterThan(before - 500);
    expect(command?.receivedAt).toBeLessThanOrEqual(Date.now());
  });
});

describe('a body', () => {
  it('of more than 256 KiB, or that is no JSON, changes nothing', async () => {
    expect(await graduate.post(`${own()}/basic-information/dispute`, { fields: ['name'], note: 'x'.repeat(300_000) })).toMatchObject({
      status: 413,
      body: { code: 'BODY_TOO_LARGE' },
    });
    const broken = await graduate.send('POST', `${own()}/basic-information/dispute`, '{"note": "1101', {
      headers: { 'content-type': 'application/json' },
    });
    expect(broken).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
    expect(broken.text).not.toContain('1101');
    expect(
      await graduate.send('POST', `${own()}/basic-information/dispute`, 'fields=name', {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    ).toMatchObject({ status: 400 });
    expect((await app.record.pool.query('SELECT FROM "command" WHERE "graduateId" = $1', [people.graduate.graduateId])).rowCount).toBe(0);
  });
});

describe('an unexpected error', () => {
  it('whose words hold an ID number reaches neither the answer nor the log', async () => {
    const failing = await openApplication({
      replace: () => ({
        submitCommand: () =>
          Promise.reject(
            Object.assign(new Error(`duplicate key (${identityNumber})`), { code: '23505', detail: `Key (x)=(${identityNumber})` }),
          ),
      }),
    });
    try {
      const somebody = await schoolWithPeople(failing);
      const answer = await somebody.clients.graduate.post(`/api/graduates/${somebody.graduate.graduateId}/confirmation/retraction`);
      expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL', detail: '系统错误。' } });
      expect(answer.text + failing.log()).not.toContain(identityNumber);
      expect(failing.log()).toContain('"code":"23505"');
      expect(failing.log()).toContain(answer.headers.get('x-request-id'));
    } finally {
      await failing.close();
    }
  });

  it('of a database that is away says so, and readiness with it', async () => {
    const broken = await openApplication({
      replace: ({ pool }) => ({
        pool: Object.assign(Object.create(pool) as typeof pool, {
          query: () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })),
        }),
      }),
    });
    try {
      expect(await new Client(broken.url, 'quxiang=x').get('/api/me')).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE' } });
      expect((await new Client(broken.url).get('/health/ready')).status).toBe(503);
      expect((await new Client(broken.url).get('/health/live')).status).toBe(200);
    } finally {
      await broken.close();
    }
  });
});

describe('log and measurements', () => {
  it('name the route and never query, body or id', async () => {
    await graduate.get(`${own()}/history?limit=7&cursor=c2VjcmV0`);
    await graduate.get(`/no/such/${identityNumber}?name=某人`);
    const lines = app.log();
    expect(lines).toContain('"route":"/api/graduates/:id/history"');
    for (const secret of ['c2VjcmV0', people.graduate.graduateId, identityNumber, '某人', 'limit=7']) expect(lines).not.toContain(secret);
    const measured = await app.deps.metrics.print();
    expect(measured).toMatch(/quxiang_http_request_seconds_count\{method="GET",route="\/api\/graduates\/:id\/history",status="400"\} \d/);
    for (const secret of [people.graduate.graduateId, identityNumber]) expect(measured).not.toContain(secret);
  });
});

describe('a list', () => {
  it('goes on where the page before ended, and takes only its own cursors', async () => {
    await checked(app, people);
    await graduate.post(`${own()}/confirmation/retraction`);
    const whole = (await graduate.get(`${own()}/history`)).body.items;
    const first = (await graduate.get(`${own()}/history?limit=1`)).body;
    const second = (await graduate.get(`${own()}/history?limit=1&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items]).toEqual(whole.slice(0, 2));
    expect((await graduate.get(`${own()}/history?limit=200`)).body.nextCursor).toBeNull();
    for (const [query, field] of [
      ['cursor=nonsense', 'cursor'],
      ['cursor=WyJhIl0', 'cursor'],
      ['limit=0', 'limit'],
      ['limit=201', 'limit'],
      ['limit=x', 'limit'],
      ['sort=name', 'sort'],
      ['limit=1&limit=2', 'limit'],
    ]) {
      expect(await graduate.get(`${own()}/history?${query}`)).toMatchObject({
        status: 400,
        body: { code: 'INVALID_REQUEST', fields: [{ field }] },
      });
    }
  });
});
