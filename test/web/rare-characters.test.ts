import type { Browser, Page } from 'playwright-core';
import { issueReceiptToken } from '../../infra/dispatch/receipt-token.ts';
import { findDueLists, publishStatusList } from '../../infra/offline/status-lists.ts';
import { numberOf } from '../api/support/numbers.ts';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { numbered } from '../api/support/stages.ts';
import { launchBrowser, openTab } from '../support/browser/browser.ts';
import { printedCode } from '../support/offline/issued-numbers.ts';
import { sentDispatch } from '../support/record/dispatches.ts';

// 𬭎 is one that GB 18030-2022 asks for, 䶮 is in extension A.
const name = '王𬭎䶮';

let app: TestApplication;
let browser: Browser;
let people: SchoolWithPeople;
let grantId: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
  people = await schoolWithPeople(app, { name, originRegion: '110103' });
  ({ grantId } = await numbered(app, people));
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** A tab that counts the fonts it fetches. */
async function openCounting(cookie?: string) {
  const { context, page, watch } = await openTab(browser, app.url, 'phone', cookie);
  const fonts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'font') fonts.push(new URL(request.url()).pathname);
  });
  return { context, page, watch, fonts };
}

/** Whether what draws `text` draws these characters, of which two are neighbours of the name's, each in its own way: one box looks like the other. */
async function isDrawn(page: Page, text: string, characters = '𬭎𬭚䶮䶭'): Promise<boolean> {
  const shown = page.getByText(text).filter({ visible: true }).first();
  await shown.waitFor();
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  const family = await shown.evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).fontFamily);
  const pictures = await page.evaluate<string[]>(`[...'${characters}'].map((character) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 64 });
    const context = canvas.getContext('2d');
    context.font = '48px ' + ${JSON.stringify(family)};
    context.fillText(character, 4, 52);
    return canvas.toDataURL();
  })`);
  return new Set(pictures).size === pictures.length;
}

it('R8 X22 a name with rare characters is drawn in a font of ours, no other page fetches one, and a retired place of origin has its old name', async () => {
  const { context, page, watch, fonts } = await openCounting(people.clients.graduate.cookie);
  await page.goto('/');
  await page.getByRole('link', { name: '毕业生' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(fonts).toEqual([]);
  await page.goto(`/me/${people.graduate.graduateId}/basic`);
  expect(await isDrawn(page, name)).toBe(true);
  expect(fonts.toSorted()).toEqual([
    expect.stringMatching(/^\/assets\/rare-2\w+-\w{8}\.woff2$/),
    expect.stringMatching(/^\/assets\/rare-4\w+-\w{8}\.woff2$/),
  ]);
  await page.getByText('北京市崇文区', { exact: true }).waitFor();
  const { headers } = await fetch(app.url + fonts[0]);
  expect([headers.get('content-type'), headers.get('cache-control'), Number(headers.get('content-length')) < 100_000]).toEqual([
    'font/woff2',
    'public, max-age=31536000, immutable',
    true,
  ]);
  expect(watch.complaints).toEqual([]);
  await context.close();
});

it('X24 so it is on the page of verification', async () => {
  const { context, page, watch, fonts } = await openCounting();
  await page.goto('/verification/dossier');
  await page.waitForLoadState('networkidle');
  expect(fonts).toEqual([]);
  await page.fill('#name', name);
  await page.fill('#number', await numberOf(app, 'VERIFICATION', grantId));
  await page.getByRole('button', { name: '核验', exact: true }).click();
  await page.getByRole('heading', { name: '有效', exact: true }).waitFor();
  expect(await isDrawn(page, name)).toBe(true);
  expect(fonts).toHaveLength(2);
  expect(watch.complaints).toEqual([]);
  await context.close();
});

it('R63 so it is on the page of the receipt, which shows the last character of a name', async () => {
  const { context, page, watch, fonts } = await openCounting();
  await page.goto(`/receipt#${issueReceiptToken(app.deps.offlineSigning, await sentDispatch(app.record, people.graduate.graduateId))}`);
  expect(await isDrawn(page, '王*䶮', '䶮䶭')).toBe(true);
  expect(fonts).toHaveLength(1);
  expect(watch.complaints).toEqual([]);
  await context.close();
});

it('X23 so it is where there is no network', async () => {
  const desk = { pool: app.record.pool, offlineSigning: app.record.keyring.offlineSigning };
  for (const list of await findDueLists(desk)) await publishStatusList(desk, list);
  const code = await printedCode(app.record, 'VERIFICATION', grantId);
  const { context, page, watch } = await openCounting();
  await page.goto('/offline');
  await page.getByText('已联网更新').waitFor();
  // All of them are kept, behind everything else: nobody knows whose name it will be.
  const all = (await (await fetch(`${app.url}/offline/assets/page.css`)).text()).match(/\/assets\/rare-[\w.-]+/g) ?? [];
  expect(all.length).toBeGreaterThan(20);
  await page.waitForFunction(
    `caches.open('quxiang-offline-page').then((cache) => cache.keys()).then((kept) => kept.filter(({ url }) => url.includes('/assets/rare-')).length === ${all.length})`,
  );
  await context.setOffline(true);
  await page.reload();
  await page.getByText('未联网').waitFor();
  await page.getByLabel('或粘贴二维码的内容').fill(code);
  await page.getByRole('button', { name: '核验', exact: true }).click();
  expect(await isDrawn(page, name)).toBe(true);
  expect(watch.complaints).toEqual([]);
  await context.close();
});
