import { randomUUID } from 'node:crypto';
import { HttpBrowser } from '../stack/http-browser.ts';
import { signInAtProvider } from '../stack/sign-in.ts';

/** What a refusal says (RFC 9457), as far as the story asks. */
export interface Problem {
  readonly code?: string;
  readonly clause?: string;
  readonly fields?: unknown;
}

/** An answer of the API; `body` is that of the success, or a problem, or empty where the answer is no JSON. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body & Problem;
  readonly bytes: Uint8Array;
}

/** One person at the API: keeps the session, sends an idempotency key with each write. */
export class Client {
  readonly #base: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #browser = new HttpBrowser();
  #cookie = '';

  /** `headers` go with every request. */
  constructor(base: string, headers: Readonly<Record<string, string>> = {}) {
    this.#base = base;
    this.#headers = headers;
  }

  async signInAsStaff(name: string, password: string): Promise<void> {
    const response = await this.#fetch('/api/sign-in', {
      method: 'POST',
      body: JSON.stringify({ name, password }),
      headers: { 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`${name} cannot sign in: ${response.status}`);
    this.#cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  }

  async signInAsGraduate(sub: string, password: string): Promise<void> {
    await signInAtProvider(this.#browser, `${this.#base}/auth/sign-in`, { sub, password });
    this.#cookie = this.#browser.cookieHeader(this.#base);
  }

  /** 实人认证: the step-up that a grant needs. */
  async proveIdentity(sub: string, password: string): Promise<void> {
    await signInAtProvider(this.#browser, `${this.#base}/auth/proof`, { sub, password });
    this.#cookie = this.#browser.cookieHeader(this.#base);
  }

  get<Body = Problem>(path: string): Promise<Answer<Body>> {
    return this.#send<Body>(path, { method: 'GET' });
  }

  post<Body = Problem>(path: string, body?: unknown): Promise<Answer<Body>> {
    return this.#send<Body>(path, {
      method: 'POST',
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  }

  upload<Body = Problem>(path: string, bytes: Uint8Array, name: string, type: string): Promise<Answer<Body>> {
    const form = new FormData();
    form.set('file', new Blob([Buffer.from(bytes)], { type }), name);
    return this.#send<Body>(path, { method: 'POST', body: form });
  }

  async #send<Body>(path: string, init: RequestInit): Promise<Answer<Body>> {
    const response = await this.#fetch(path, init);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      bytes,
      body: (isJson && bytes.length > 0 ? JSON.parse(Buffer.from(bytes).toString('utf8')) : {}) as Body & Problem,
    };
  }

  #fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('origin', this.#base);
    for (const [name, value] of Object.entries(this.#headers)) headers.set(name, value);
    headers.set('idempotency-key', randomUUID());
    if (this.#cookie) headers.set('cookie', this.#cookie);
    return fetch(`${this.#base}${path}`, { ...init, headers, signal: AbortSignal.timeout(60_000) });
  }
}
