import { Secret, TOTP, URI } from 'otpauth';
import { createStaffAccount } from '../../infra/identity/staff-account.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client, type Reply } from './support/client.ts';

let app: TestApplication;
let counter = 0;

beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const password = '样例-correct horse';

async function newStaff(withSecondFactor = false): Promise<{ name: string; accountId: string; code: (at?: number) => string }> {
  counter += 1;
  const name = `staff-${counter}`;
  const { accountId, secondFactorUri } = await createStaffAccount(app.record, {
    signInName: name,
    displayName: '样例审核员',
    password,
    posts: [{ role: 'PROVINCE_ADMIN', provinceCode: '110000' }],
    withSecondFactor,
  });
  const totp = secondFactorUri === null ? new TOTP({ secret: new Secret() }) : (URI.parse(secondFactorUri) as TOTP);
  return { name, accountId, code: (timestamp = Date.now()) => totp.generate({ timestamp }) };
}

/** Each call from an address of its own: the limit for one address has a test of its own. */
let address = 0;
const signIn = (
  client: Client,
  body: Record<string, unknown>,
  from = `10.0.${Math.trunc((address += 1) / 250)}.${address % 250}`,
): Promise<Reply> => client.post('/api/sign-in', body, { key: null, headers: { 'x-forwarded-for': from } });
const anonymous = (): Client => new Client(app.url);

describe('staff sign-in', () => {
  it('gives a session in a cookie that scripts cannot read, of which the record holds a digest', async () => {
    const { name, accountId } = await newStaff();
    const client = anonymous();
    const answer = await signIn(client, { name, password });
    expect(answer).toMatchObject({ status: 200, body: { signedIn: true } });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^quxiang=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await client.get('/api/me')).body).toMatchObject({
      account: { id: accountId, kind: 'STAFF' },
      posts: [{ role: 'PROVINCE_ADMIN' }],
      consent: { required: false },
    });
    const { rows } = await app.record.pool.query<{ tokenDigest: string }>('SELECT "tokenDigest" FROM "session" WHERE "accountId" = $1', [
      accountId,
    ]);
    expect(rows).toEqual([{ tokenDigest: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  it('of a wrong password, an unknown name and a missing second factor have one answer', async () => {
    const [plain, guarded] = [await newStaff(), await newStaff(true)];
    const answers = [
      await signIn(anonymous(), { name: plain.name, password: 'wrong' }),
      await signIn(anonymous(), { name: 'nobody-at-all', password }),
      await signIn(anonymous(), { name: guarded.name, password }),
      await signIn(anonymous(), { name: guarded.name, password, code: '000000' }),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 401, body: { code: 'SIGN_IN_FAILED' } });
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect({ ...answer.body, instance: '' }).toEqual({ ...answers[0]?.body, instance: '' });
    }
  });

  it('takes a code of the second factor once', async () => {
    const { name, code } = await newStaff(true);
    const once = code();
    expect((await signIn(anonymous(), { name, password, code: once })).status).toBe(200);
    expect((await signIn(anonymous(), { name, password, code: once })).status).toBe(401);
    expect((await signIn(anonymous(), { name, password, code: code(Date.now() + 30_000) })).status).toBe(200);
    expect((await signIn(anonymous(), { name, password, code: code(Date.now() + 90_000) })).status).toBe(401);
  });

  it('is locked after five failures, for names that exist and names that do not, and opens again', async () => {
    const { name, accountId } = await newStaff();
    for (const tried of [name, 'nobody-else']) {
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 6; attempt += 1)
        statuses.push((await signIn(anonymous(), { name: tried, password: 'wrong' })).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
      const locked = await signIn(anonymous(), { name: tried, password });
      expect(locked).toMatchObject({ status: 429, body: { code: 'SIGN_IN_LOCKED' } });
      expect(locked.headers.get('retry-after')).toBe('900');
    }
    await app.record.pool.query('UPDATE "account" SET "lockedUntil" = now() - interval \'1 second\' WHERE "id" = $1', [accountId]);
    await app.record.pool.query('DELETE FROM "rate_limit"');
    expect((await signIn(anonymous(), { name, password })).status).toBe(200);
    const { rows } = await app.record.pool.query('SELECT "failedSignIns", "lockedUntil" FROM "account" WHERE "id" = $1', [accountId]);
    expect(rows).toEqual([{ failedSignIns: 0, lockedUntil: null }]);
  });

  it('gives no more than five guesses to many at once', async () => {
    const { name, accountId } = await newStaff();
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(anonymous(), { name, password: 'wrong' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(5).fill(401), ...Array<number>(7).fill(429)]);
    const { rows } = await app.record.pool.query<{ failedSignIns: number }>('SELECT "failedSignIns" FROM "account" WHERE "id" = $1', [
      accountId,
    ]);
    expect(rows).toEqual([{ failedSignIns: 5 }]);
  });

  it('from one address is limited by counters that all replicas share', async () => {
    await app.record.pool.query('DELETE FROM "rate_limit"');
    const from = '192.0.2.7';
    const replica = await openApplication({
      replace: () => ({ pool: app.record.pool, prisma: app.deps.prisma, rateLimits: app.deps.rateLimits }),
    });
    try {
      for (let attempt = 0; attempt < 60; attempt += 1) await app.deps.rateLimits.take('signInByAddress', from);
      const refused = await signIn(new Client(replica.url), { name: 'whoever', password }, from);
      expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      const { rows } = await app.record.pool.query<{ key: string }>('SELECT "key" FROM "rate_limit" WHERE "key" LIKE \'signInByAddress%\'');
      expect(rows).toHaveLength(1);
      expect(rows[0]?.key).not.toContain(from);
    } finally {
      await replica.close();
    }
  });
});

describe('a session', () => {
  it('ends with sign-out, in the record and in the browser', async () => {
    const { name } = await newStaff();
    const client = anonymous();
    await signIn(client, { name, password });
    const stolen = new Client(app.url, client.cookie);
    const answer = await client.post('/api/sign-out', {}, { key: null });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^quxiang=;.*Expires=Thu, 01 Jan 1970/);
    expect((await stolen.get('/api/me')).status).toBe(401);
  });

  it('is replaced by the next sign-in: a planted token is worth nothing afterwards', async () => {
    const [first, second] = [await newStaff(), await newStaff()];
    const client = anonymous();
    await signIn(client, { name: first.name, password });
    const planted = client.cookie;
    await signIn(client, { name: second.name, password });
    expect(client.cookie).not.toBe(planted);
    expect((await new Client(app.url, planted).get('/api/me')).status).toBe(401);
  });

  it('lives on while it is used, and not beyond its whole lifetime', async () => {
    const { name, accountId } = await newStaff();
    const client = anonymous();
    await signIn(client, { name, password });
    const change = (what: string) => app.record.pool.query(`UPDATE "session" SET ${what} WHERE "accountId" = $1`, [accountId]);
    const left = async () =>
      (
        await app.record.pool.query<{ minutes: string }>(
          `SELECT round(extract(epoch FROM "expiresAt" - now()) / 60) AS minutes FROM "session" WHERE "accountId" = $1`,
          [accountId],
        )
      ).rows[0]?.minutes;
    await change(`"expiresAt" = now() + interval '10 minutes'`);
    await client.get('/api/me');
    expect(Number(await left())).toBe(120);
    await change(`"createdAt" = now() - interval '715 minutes', "expiresAt" = now() + interval '4 minutes'`);
    await client.get('/api/me');
    expect(Number(await left())).toBe(5);
    await change(`"expiresAt" = now() - interval '1 second'`);
    expect(await client.get('/api/me')).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
  });

  it('in production has a cookie that is bound to https and to this host', async () => {
    const { sessionCookie, flowCookieName } = await import('../../api/access/session-cookie.ts');
    const production = { environment: 'production' } as const;
    expect(sessionCookie(production, 'token')).toEqual({
      name: '__Host-quxiang',
      value: 'token',
      options: { httpOnly: true, sameSite: 'lax', secure: true, path: '/' },
    });
    expect(flowCookieName(production)).toBe('__Host-quxiang-sign-in');
  });
});
