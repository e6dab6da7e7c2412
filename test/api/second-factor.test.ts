import { URI, type TOTP } from 'otpauth';
import { createStaffAccount } from '../../infra/identity/staff-account.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client } from './support/client.ts';

const password = '样例-correct horse';
let app: TestApplication;
let counter = 0;
beforeAll(async () => {
  app = await openApplication({ environment: { STAFF_SECOND_FACTOR: 'required' } });
});
afterAll(() => app.close());

interface Office {
  readonly client: Client;
  readonly accountId: string;
  signIn(code?: string): Promise<number>;
}

async function newOffice(): Promise<Office> {
  counter += 1;
  const name = `enrolling-${counter}`;
  const posts = [{ role: 'PROVINCE_ADMIN', provinceCode: '110000' }] as const;
  const { accountId } = await createStaffAccount(app.record, {
    signInName: name,
    displayName: '样例审核员',
    password,
    posts,
    withSecondFactor: false,
  });
  const client = new Client(app.url);
  const signIn = async (code?: string) =>
    (await client.post('/api/sign-in', { name, password, ...(code !== undefined && { code }) }, { key: null })).status;
  expect(await signIn()).toBe(200);
  return { client, accountId, signIn };
}

const begin = (client: Client, body: object = { password }) => client.post('/api/second-factor', body, { key: null });
const confirm = (client: Client, code: string) => client.post('/api/second-factor/confirmation', { code }, { key: null });
const totpOf = ({ body }: { body: unknown }): TOTP => URI.parse((body as { uri: string }).uri) as TOTP;
/** A code that is certainly none of the three in force. */
const wrongCode = (totp: TOTP): string => {
  const right = [-30_000, 0, 30_000].map((aside) => totp.generate({ timestamp: Date.now() + aside }));
  return ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code)) ?? '';
};

describe('enrolling a second factor', () => {
  it('is all that staff without the required one can do', async () => {
    const { client } = await newOffice();
    expect((await client.get('/api/me')).body).toMatchObject({ secondFactor: { enrolled: false, required: true } });
    expect(await client.get('/api/graduates')).toMatchObject({ status: 403, body: { code: 'SECOND_FACTOR_REQUIRED' } });
  });

  it('takes the password, shows the secret once, and counts when a code has come back', async () => {
    const { client, accountId, signIn } = await newOffice();
    expect(await begin(client, { password: 'wrong' })).toMatchObject({ status: 422, body: { code: 'SECOND_FACTOR_WRONG' } });
    const totp = totpOf(await begin(client));
    expect(await confirm(client, wrongCode(totp))).toMatchObject({ status: 422, body: { code: 'SECOND_FACTOR_WRONG' } });
    expect((await client.get('/api/graduates')).status).toBe(403);

    expect((await confirm(client, totp.generate())).status).toBe(204);
    expect((await client.get('/api/graduates')).status).toBe(200);
    expect(await signIn()).toBe(401);
    expect(await signIn(totp.generate())).toBe(200);
    const { rows } = await app.record.pool.query('SELECT "action", "actorRole" FROM "audit_event" WHERE "actor" = $1', [accountId]);
    expect(rows).toEqual([{ action: 'SECOND_FACTOR_ENROLLED', actorRole: 'PROVINCE_ADMIN' }]);
  });

  it('replaces one only with a code of it, and ends the sessions elsewhere', async () => {
    const { client, signIn } = await newOffice();
    const first = totpOf(await begin(client));
    await confirm(client, first.generate());
    const elsewhere = new Client(app.url, client.cookie);
    await signIn(first.generate());

    expect((await begin(client)).status).toBe(422);
    const second = totpOf(await begin(client, { password, code: first.generate() }));
    expect((await confirm(client, second.generate())).status).toBe(204);
    expect((await elsewhere.get('/api/me')).status).toBe(401);
    expect((await client.get('/api/graduates')).status).toBe(200);
  });

  it('is no place to guess: ten attempts in a quarter of an hour', async () => {
    const { client } = await newOffice();
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await begin(client, { password: 'wrong' })).status).toBe(422);
    expect(await begin(client)).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
  });
});
