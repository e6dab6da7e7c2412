import type { Browser } from 'playwright-core';
import { issueReceiptToken } from '../../infra/dispatch/receipt-token.ts';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople } from '../api/support/people.ts';
import { numbered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';
import { sentDispatch } from '../support/record/dispatches.ts';

let app: TestApplication;
let browser: Browser;
let receipt: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
  const people = await schoolWithPeople(app);
  await numbered(app, people);
  receipt = `/receipt#${issueReceiptToken(app.deps.offlineSigning, await sentDispatch(app.record, people.graduate.graduateId))}`;
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

describe.each(['phone', 'desktop'] as const)('the pages without a framework on a %s', (viewport) => {
  it.each([
    ['verification', () => '/verification/dossier', '档案转递信息在线核验', 'Dossier: online verification'],
    ['offline', () => '/offline', '离线核验', 'Verification without a network'],
    ['receipt', () => receipt, '档案转递回执', 'Receipt of a file'],
  ])('X10 %s says that it is a sample, in either language, and has no barriers', async (name, path, zh, en) => {
    const { context, page, watch } = await openTab(browser, app.url, viewport);
    await page.goto(path());
    await page.getByRole('heading', { level: 1, name: zh }).waitFor();
    await page.getByText('样例系统，并非官方网站').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await look(page, `plain-${name}`)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: en }).waitFor();
    await page.getByText('Sample system, not an official site').waitFor();
    expect(await page.locator('main label, main button, main h2, main dt').allInnerTexts()).not.toContainEqual(
      expect.stringMatching(/\p{Script=Han}/u),
    );
    expect(await look(page, `plain-${name}-en`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    // The next page speaks it too.
    await page.goto('/');
    await page.getByRole('link', { name: 'Graduates' }).waitFor();
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('X23 offline verification says by shape and word what a code is', async () => {
    const { context, page, watch } = await openTab(browser, app.url, viewport);
    await page.goto('/offline');
    await page.getByLabel('或粘贴二维码的内容').fill('这不是登记表的二维码');
    await page.getByRole('button', { name: '核验', exact: true }).click();
    await page.getByRole('heading', { name: '无效' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('answer');
    expect(await look(page, 'plain-offline-bad')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
