import * as client from 'openid-client';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpBrowser, type Page } from '../../../scripts/stack/http-browser.ts';
import { startIdentityProvider, type IdentityProvider } from '../../../scripts/stack/identity-provider.ts';
import { findFreePorts } from '../../../scripts/stack/ports.ts';
import { signInAtProvider } from '../../../scripts/stack/sign-in.ts';

const acr = 'urn:quxiang:acr:proofed';
const person = {
  sub: 'zhang',
  password: 'sample-1',
  name: '张样例',
  idType: 'RESIDENT_ID',
  idNumber: '11010119900307003X',
  phone: '13800138000',
};

let directory: string;
let provider: IdentityProvider;
let configuration: client.Configuration;
let redirectUri: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quxiang-provider-'));
  const accountsFile = join(directory, 'accounts.json');
  await writeFile(accountsFile, JSON.stringify([person]));
  const [port = 0, applicationPort = 0] = await findFreePorts(2);
  redirectUri = `http://127.0.0.1:${applicationPort}/callback`;
  provider = await startIdentityProvider({
    directory,
    port,
    accountsFile,
    clientId: 'quxiang',
    clientSecret: 'client-secret',
    proofingAcr: acr,
    publicUrl: 'http://127.0.0.1:3000',
  });
  configuration = await client.discovery(new URL(provider.issuer), 'quxiang', 'client-secret', undefined, {
    execute: [client.allowInsecureRequests],
  });
});

afterAll(async () => {
  await provider.stop();
  await rm(directory, { recursive: true, force: true });
});

async function authorize(browser: HttpBrowser, extra: Record<string, string> = {}, account = person): Promise<client.IDToken | undefined> {
  const verifier = client.randomPKCECodeVerifier();
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid profile identity phone email',
    code_challenge_method: 'S256',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    state: 'some-state',
    ...extra,
  });
  const answer = await followToApplication(() => signInAtProvider(browser, address, account));
  const tokens = await client.authorizationCodeGrant(configuration, answer, { pkceCodeVerifier: verifier, expectedState: 'some-state' });
  return tokens.claims();
}

// Nothing listens at the application's address: the refused connection tells where the provider sent the browser.
async function followToApplication(walk: () => Promise<Page>): Promise<URL> {
  const real = globalThis.fetch;
  let sentTo: URL | undefined;
  globalThis.fetch = (input, init) => {
    const address = new URL(String(input instanceof Request ? input.url : input));
    if (!address.href.startsWith(redirectUri)) return real(input, init);
    sentTo = address;
    return Promise.resolve(new Response('application'));
  };
  try {
    const page = await walk();
    if (!sentTo) throw new Error(`The browser ended at ${page.url.pathname} with ${page.status}`);
    return sentTo;
  } finally {
    globalThis.fetch = real;
  }
}

describe('the development OpenID provider', () => {
  it('signs a person in and says who it is in the ID token', async () => {
    expect(await authorize(new HttpBrowser())).toMatchObject({
      sub: 'zhang',
      name: '张样例',
      identity_document_type: 'RESIDENT_ID',
      identity_document_number: '11010119900307003X',
      phone_number: '13800138000',
    });
  });

  it('gives no proofing acr to a plain sign-in', async () => {
    expect(await authorize(new HttpBrowser())).not.toHaveProperty('acr', acr);
  });

  it('asks for proofing anew each time it is requested, and dates it', async () => {
    const browser = new HttpBrowser();
    await authorize(browser);
    const before = Math.floor(Date.now() / 1_000);
    const first = await authorize(browser, { acr_values: acr });
    expect(first).toMatchObject({ sub: 'zhang', acr });
    expect(first?.auth_time).toBeGreaterThanOrEqual(before);
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid',
      acr_values: acr,
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    expect((await browser.get(address)).body).toContain('实人认证（开发环境）');
  });

  it('refuses a wrong password and an unknown name in the same words', async () => {
    await expect(authorize(new HttpBrowser(), {}, { ...person, password: 'wrong' })).rejects.toThrow('The provider refused zhang');
    await expect(authorize(new HttpBrowser(), {}, { ...person, sub: 'nobody' })).rejects.toThrow('The provider refused nobody');
  });

  it('takes up accounts that are written while it runs', async () => {
    const newcomer = { ...person, sub: 'li', name: '李样例' };
    await writeFile(join(directory, 'accounts.json'), JSON.stringify([person, newcomer]));
    expect(await authorize(new HttpBrowser(), {}, newcomer)).toMatchObject({ sub: 'li', name: '李样例' });
  });

  it('insists on PKCE and on an address of this machine', async () => {
    const plain = client.buildAuthorizationUrl(configuration, { redirect_uri: redirectUri, scope: 'openid' });
    expect(await followToApplication(() => new HttpBrowser().get(plain)).then(({ searchParams }) => searchParams.get('error'))).toBe(
      'invalid_request',
    );
    const elsewhere = client.buildAuthorizationUrl(configuration, {
      redirect_uri: 'https://elsewhere.test/callback',
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    expect((await new HttpBrowser().get(elsewhere)).body).toContain('redirect_uri');
  });

  it('says on its pages that its people are made up', async () => {
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    expect((await new HttpBrowser().get(address)).body).toMatch(/样例数据[\s\S]*sample data only/);
  });

  it('keeps its signing key from others', async () => {
    expect((await stat(join(directory, 'provider-keys.json'))).mode & 0o777).toBe(0o600);
  });
});
