import type { HttpBrowser, Page } from './http-browser.ts';

/**
 * Takes a browser from an address that leads to the development provider through its pages, and returns the page
 * it ends on. Throws when the provider refuses.
 */
export async function signInAtProvider(
  browser: HttpBrowser,
  address: string | URL,
  account: { sub: string; password: string },
): Promise<Page> {
  let page = await browser.get(address);
  for (let step = 0; step < 3; step += 1) {
    const action = /action="(\/interaction\/[^/"]+\/(login|proofing))"/.exec(page.body);
    if (!action?.[1]) return page;
    const fields = action[2] === 'login' ? { sub: account.sub, password: account.password } : {};
    page = await browser.postForm(new URL(action[1], page.url), fields);
    if (page.status === 401) throw new Error(`The provider refused ${account.sub}`);
  }
  throw new Error('The provider keeps asking');
}
