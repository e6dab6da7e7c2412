import type { Browser } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';

let app: TestApplication;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe.each(['phone', 'desktop'] as const)('the first page on a %s', (viewport) => {
  it('R1 X10 leads everybody to their entry, says that it is a sample, and has no barriers', async () => {
    const { context, page, watch } = await openTab(browser, app.url, viewport);
    await page.goto('/');
    await page.getByRole('heading', { name: '毕业去向登记' }).waitFor();
    for (const [name, address] of [
      ['毕业生', '/auth/sign-in?returnTo=/me'],
      ['档案核验', '/verification/dossier'],
      ['户口核验', '/verification/hukou'],
      ['学校和主管部门', '/staff/sign-in'],
    ] as const) {
      expect(await page.getByRole('link', { name }).getAttribute('href')).toBe(address);
    }
    expect(await page.getByText('示例系统，并非官方平台').count()).toBe(1);
    expect(await look(page, 'entry')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('speaks English when asked to, and remembers it', async () => {
    const { context, page } = await openTab(browser, app.url, viewport);
    await page.goto('/');
    await page.getByRole('button', { name: 'English' }).click();
    await page.reload();
    await page.getByRole('link', { name: 'Graduates' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await context.close();
  });
});
