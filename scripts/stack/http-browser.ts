/** An answer after all redirects. */
export interface Page {
  url: URL;
  status: number;
  body: string;
}

const mostRedirects = 20;

/** A browser without a screen: keeps cookies per host, follows redirects, posts forms. */
export class HttpBrowser {
  readonly #cookies = new Map<string, Map<string, { value: string; path: string }>>();

  get(address: string | URL): Promise<Page> {
    return this.#request(new URL(address), { method: 'GET' });
  }

  postForm(address: string | URL, fields: Record<string, string>): Promise<Page> {
    return this.#request(new URL(address), {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  /** The cookies it would send to an address, as a `Cookie` header; to hand a session over to another client. */
  cookieHeader(address: string | URL): string {
    const { host, pathname } = new URL(address);
    return [...(this.#cookies.get(host) ?? [])]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  async #request(start: URL, first: RequestInit): Promise<Page> {
    let url = start;
    let request = first;
    for (let hop = 0; hop < mostRedirects; hop += 1) {
      const headers = new Headers(request.headers);
      headers.set('cookie', this.cookieHeader(url));
      const response = await fetch(url, { ...request, headers, redirect: 'manual', signal: AbortSignal.timeout(30_000) });
      this.#keepCookies(url, response.headers.getSetCookie());
      const location = response.headers.get('location');
      const body = await response.text();
      if (response.status < 300 || response.status >= 400 || location === null) return { url, status: response.status, body };
      url = new URL(location, url);
      request = { method: 'GET' };
    }
    throw new Error(`More than ${mostRedirects} redirects from ${start.origin}${start.pathname}`);
  }

  #keepCookies({ host }: URL, lines: readonly string[]): void {
    const jar = this.#cookies.get(host) ?? new Map<string, { value: string; path: string }>();
    this.#cookies.set(host, jar);
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const separator = pair.indexOf('=');
      const name = pair.slice(0, separator);
      const value = pair.slice(separator + 1);
      const find = (attribute: string): string | undefined =>
        attributes.find((text) => text.toLowerCase().startsWith(`${attribute}=`))?.slice(attribute.length + 1);
      const expired = value === '' || find('max-age') === '0' || Date.parse(find('expires') ?? '') < Date.now();
      if (expired) jar.delete(name);
      else jar.set(name, { value, path: find('path') ?? '/' });
    }
  }
}
