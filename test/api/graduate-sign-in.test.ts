import { notice } from '../../domain/access/notice.ts';
import { identityIndex } from '../../infra/identity/identity-index.ts';
import { HttpBrowser, type Page } from '../../scripts/stack/http-browser.ts';
import { signInAtProvider } from '../../scripts/stack/sign-in.ts';
import { newPerson, type Person } from '../support/identity/new-person.ts';
import { createGraduate, createSchool, type GraduateFixture } from '../support/record/graduates.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client } from './support/client.ts';

let app: TestApplication;

beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

/** A graduate-year on the roster of a school, with the document of a person. */
async function onRoster({ idType, idNumber }: Person, overrides: Readonly<Record<string, unknown>> = {}): Promise<GraduateFixture> {
  const { pool, index } = app.record;
  return createGraduate(pool, app.record, await createSchool(pool), {
    accountId: null,
    idType,
    idNumberIndex: identityIndex(index, 'PASSPORT', idNumber),
    phone: null,
    email: null,
    ...overrides,
  });
}

const signIn = (browser: HttpBrowser, person: Person, returnTo = '/api/me'): Promise<Page> =>
  signInAtProvider(browser, `${app.url}/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`, person);
const clientOf = (browser: HttpBrowser): Client => new Client(app.url, browser.cookieHeader(`${app.url}/`));
const codeOf = ({ body }: Page): unknown => (JSON.parse(body) as { code?: unknown }).code;

async function actionsOf(graduateId: string): Promise<string[]> {
  const { rows } = await app.record.pool.query<{ action: string }>(
    'SELECT "action" FROM "audit_event" WHERE "graduateId" = $1 ORDER BY "seq"',
    [graduateId],
  );
  return rows.map(({ action }) => action);
}

describe('a graduate who signs in', () => {
  it('R2 R7 X22 is found on every roster by the verified document, and brings phone and mail along', async () => {
    const person = await newPerson({ phone: '13900001234', email: 'someone@example.com' });
    const years = [await onRoster(person, { cohort: 2025 }), await onRoster(person, { cohort: 2027 })];
    const browser = new HttpBrowser();
    const page = await signIn(browser, person);
    expect([page.url.pathname, page.status]).toEqual(['/api/me', 200]);
    expect(JSON.parse(page.body)).toMatchObject({
      account: { kind: 'GRADUATE', displayName: '示例同学' },
      consent: { required: true, noticeVersion: notice.version },
      graduateYears: [],
    });
    const client = clientOf(browser);
    expect((await client.post('/api/consent', { noticeVersion: notice.version })).status).toBe(204);
    const { graduateYears } = (await client.get('/api/me')).body;
    expect(graduateYears.map(({ id, cohort }: { id: string; cohort: number }) => [id, cohort])).toEqual([
      [years[1]?.graduateId, 2027],
      [years[0]?.graduateId, 2025],
    ]);
    expect((await client.get(`/api/graduates/${years[1]?.graduateId}`)).body.basic).toMatchObject({
      phone: '139****1234',
      email: 's***@example.com',
    });
    expect(await actionsOf(years[1]?.graduateId ?? '')).toEqual(['ACCOUNT_BOUND', 'CONTACT_TAKEN_OVER', 'CONSENT_GIVEN']);
  });

  it('R4 is told when no roster has the document, and no account is made', async () => {
    const person = await newPerson();
    const page = await signIn(new HttpBrowser(), person);
    expect([page.status, codeOf(page)]).toEqual([404, 'ROSTER_ENTRY_NOT_FOUND']);
    expect((await app.record.pool.query('SELECT FROM "account" WHERE "subject" = $1', [person.sub])).rowCount).toBe(0);
  });

  it('F7 sees and does nothing before the notice of the present version is accepted', async () => {
    const person = await newPerson();
    const { graduateId } = await onRoster(person);
    const browser = new HttpBrowser();
    await signIn(browser, person);
    const client = clientOf(browser);
    expect(await client.get(`/api/graduates/${graduateId}`)).toMatchObject({ status: 403, body: { code: 'CONSENT_REQUIRED' } });
    expect(await client.post(`/api/graduates/${graduateId}/confirmation/retraction`)).toMatchObject({
      status: 403,
      body: { code: 'CONSENT_REQUIRED' },
    });
    expect(await client.post('/api/consent', { noticeVersion: 'an older one' })).toMatchObject({
      status: 409,
      body: { code: 'RECORD_CHANGED' },
    });
    const { body } = await client.get('/api/notice');
    await client.post('/api/consent', { noticeVersion: body.version });
    await client.post('/api/consent', { noticeVersion: body.version });
    expect((await client.get(`/api/graduates/${graduateId}`)).status).toBe(200);
    expect((await actionsOf(graduateId)).filter((action) => action === 'CONSENT_GIVEN')).toHaveLength(1);
  });

  it('X22 is let go of a record whose document number has been corrected since', async () => {
    const person = await newPerson();
    const { graduateId } = await onRoster(person);
    await signIn(new HttpBrowser(), person);
    await app.record.pool.query('UPDATE "graduate" SET "idNumberIndex" = \'somebody else\' WHERE "id" = $1', [graduateId]);
    expect(codeOf(await signIn(new HttpBrowser(), person))).toBe('ROSTER_ENTRY_NOT_FOUND');
    const { rows } = await app.record.pool.query('SELECT "accountId" FROM "graduate" WHERE "id" = $1', [graduateId]);
    expect(rows).toEqual([{ accountId: null }]);
    expect(await actionsOf(graduateId)).toEqual(['ACCOUNT_BOUND', 'ACCOUNT_UNBOUND']);
  });

  it('leaves no personal data in the log', async () => {
    const person = await newPerson({ phone: '13712345678' });
    await onRoster(person);
    await signIn(new HttpBrowser(), person);
    for (const secret of [person.idNumber, person.sub, '13712345678']) expect(app.log()).not.toContain(secret);
  });
});

describe('the way back from the provider', () => {
  it.each(['//elsewhere.test', '/\\elsewhere.test', 'https://elsewhere.test/', '/a b'])('never leads to %s', async (returnTo) => {
    const answer = await new Client(app.url).get(`/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST', fields: [{ field: 'returnTo' }] } });
  });

  it('is only for the browser that set out, and only once', async () => {
    const person = await newPerson();
    await onRoster(person);
    const client = new Client(app.url);
    expect(await client.get('/auth/callback?code=made-up&state=made-up')).toMatchObject({ status: 401, body: { code: 'SIGN_IN_FAILED' } });
    expect(await new Client(app.url, 'quxiang-sign-in=v1.k1.bWFkZSB1cA').get('/auth/callback?code=x&state=y')).toMatchObject({
      status: 401,
    });
    // A browser that has set out, but whose answer belongs to somebody else's sign-in.
    const begun = await client.get('/auth/sign-in');
    const [cookie = ''] = begun.headers.getSetCookie();
    expect(cookie).toMatch(/^quxiang-sign-in=[^;]+;.*HttpOnly.*SameSite=Lax/);
    const answer = await client.get('/auth/callback?code=stolen&state=of-another', { cookie: cookie.split(';')[0] ?? '' });
    expect(answer).toMatchObject({ status: 401, body: { code: 'SIGN_IN_FAILED' } });
  });

  it('shows people a page and not a document', async () => {
    const answer = await new Client(app.url).get('/auth/callback?code=x', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8']);
    expect(answer.text).toContain('Wrong name, password or code');
  });
});

describe('identity proofing', () => {
  const prove = (browser: HttpBrowser, person: Person): Promise<Page> =>
    signInAtProvider(browser, `${app.url}/auth/proof?returnTo=/api/me`, person);

  it('X15 R26 marks the session with the time and nothing else', async () => {
    const person = await newPerson();
    await onRoster(person);
    const browser = new HttpBrowser();
    expect((JSON.parse((await signIn(browser, person)).body) as { proofedAt: unknown }).proofedAt).toBeNull();
    await clientOf(browser).post('/api/consent', { noticeVersion: notice.version });
    const before = Date.now();
    const { proofedAt } = JSON.parse((await prove(browser, person)).body) as { proofedAt: string };
    expect(Date.parse(proofedAt)).toBeGreaterThanOrEqual(before - 1);
    expect(Date.parse(proofedAt)).toBeLessThanOrEqual(Date.now());
  });

  it('of another person does not count', async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    await onRoster(person);
    const browser = new HttpBrowser();
    await signIn(browser, person);
    const client = clientOf(browser);
    await client.post('/api/consent', { noticeVersion: notice.version });
    const begun = await client.get('/auth/proof?returnTo=/api/me');
    const flow = begun.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    // Somebody else walks through the provider's pages; the answer is then brought back in the session of the first.
    const walker = new HttpBrowser();
    const real = globalThis.fetch;
    let answer = '';
    globalThis.fetch = (input, init) => {
      const address = String(input instanceof Request ? input.url : input);
      if (!address.startsWith(`${app.url}/auth/callback`)) return real(input, init);
      answer = address;
      return Promise.resolve(new Response('held'));
    };
    try {
      await signInAtProvider(walker, begun.headers.get('location') ?? '', other);
    } finally {
      globalThis.fetch = real;
    }
    const { pathname, search } = new URL(answer);
    expect(await client.get(pathname + search, { cookie: `${client.cookie}; ${flow}` })).toMatchObject({
      status: 403,
      body: { code: 'PROOFING_REQUIRED' },
    });
    expect((await client.get('/api/me')).body.proofedAt).toBeNull();
  });

  it('is for whoever is signed in', async () => {
    expect(await new Client(app.url).get('/auth/proof')).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
  });
});
