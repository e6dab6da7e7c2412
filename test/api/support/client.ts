import { randomUUID } from 'node:crypto';

/** An answer as a test looks at it. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; `any`, because every test knows what it asked for. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- parsed JSON, whose shape is what is tested
  readonly body: any;
}

export interface CallOptions {
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser tab without pages: keeps its cookie, says where it comes from, makes up an Idempotency-Key for each write. */
export class Client {
  readonly url: string;
  cookie: string;

  constructor(url: string, cookie = '') {
    this.url = url;
    this.cookie = cookie;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.send('GET', path, undefined, { headers, key: null });
  }

  post(path: string, body: unknown = {}, options: CallOptions = {}): Promise<Reply> {
    return this.send('POST', path, JSON.stringify(body), {
      ...options,
      headers: { 'content-type': 'application/json', ...options.headers },
    });
  }

  upload(path: string, bytes: Uint8Array, mediaType: string, options: CallOptions = {}): Promise<Reply> {
    const form = new FormData();
    form.set('file', new Blob([Buffer.from(bytes)], { type: mediaType }), 'photo');
    return this.send('POST', path, form, options);
  }

  async send(
    method: string,
    path: string,
    body: string | FormData | undefined,
    { key = randomUUID(), headers = {} }: CallOptions = {},
  ): Promise<Reply> {
    const response = await fetch(new URL(path, this.url), {
      method,
      redirect: 'manual',
      ...(body !== undefined && { body }),
      headers: {
        origin: this.url,
        ...(this.cookie && { cookie: this.cookie }),
        ...(key !== null && { 'idempotency-key': key }),
        ...headers,
      },
    });
    const [cookie] = response.headers.getSetCookie();
    if (cookie?.startsWith('quxiang=')) this.cookie = cookie.split(';')[0] ?? '';
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? (JSON.parse(text) as unknown) : undefined,
    };
  }
}
