import type { Browser, Page } from 'playwright-core';
import { openApplication, type TestApplication } from '../../api/support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../../api/support/people.ts';
import { checked } from '../../api/support/stages.ts';
import { launchBrowser, look, openTab, type Watch } from '../../support/browser/browser.ts';
import { smallPng } from '../../support/browser/small-png.ts';

let app: TestApplication;
let browser: Browser;
let people: SchoolWithPeople;
let page: Page;
let watch: Watch;

beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
beforeEach(async () => {
  people = await schoolWithPeople(app);
  await checked(app, people);
  ({ page, watch } = await openTab(browser, app.url, 'phone', people.clients.graduate.cookie));
});
afterEach(async () => {
  expect(watch.complaints).toEqual([]);
  await page.context().close();
});

const open = () => page.goto(`/me/${people.graduate.graduateId}/destination`);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const letter = { name: 'letter.png', mimeType: 'image/png', buffer: smallPng };
const proof = () => page.locator('input[type=file]').setInputFiles(letter);

async function fillIn(): Promise<void> {
  await page.getByLabel('毕业去向类别').selectOption('80');
  await page.getByLabel('升学院校名称').fill('示例理工大学');
}

/** One command, and the file that the page shows; of files that came twice the other is nobody's. */
async function submittedOnce(): Promise<void> {
  await page.getByText('院系审核中').waitFor();
  const { rows } = await app.record.pool.query(
    `SELECT "outcome"->>'code' AS "code", jsonb_array_length("payload"->'evidenceIds') AS "files" FROM "command" WHERE "graduateId" = $1 AND "type" = 'SUBMIT_SECTION'`,
    [people.graduate.graduateId],
  );
  expect(rows).toEqual([{ code: 'APPLIED', files: 1 }]);
}

/** Answers of an address that the server gives and nobody gets; how often it was asked. */
async function loseAnswers(address: string, times: number): Promise<() => number> {
  let asked = 0;
  await page.route(address, async (route) => {
    asked += 1;
    if (asked > times) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  return () => asked;
}

it('R14 a slow line: a photograph and a submission say that they are on their way, and a second press sends nothing', async () => {
  await open();
  await fillIn();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 1_500,
    downloadThroughput: 6_000,
    uploadThroughput: 3_000,
  });
  await proof();
  await page.getByText('正在上传…').waitFor();
  await page.getByRole('img', { name: '材料 1' }).waitFor();
  await button('提交审核').dblclick();
  await page.getByRole('button', { name: '提交审核', disabled: true }).waitFor();
  await submittedOnce();
});

it('R14 answers that are lost on their way back: both writes are repeated by themselves, and done once', async () => {
  const uploads = await loseAnswers('**/evidence/DESTINATION', 1);
  const submissions = await loseAnswers('**/submissions', 2);
  await open();
  await fillIn();
  await proof();
  await page.getByText('没有收到答复，正在自动重试').waitFor();
  await page.getByRole('img', { name: '材料 1' }).waitFor();
  await button('提交审核').click();
  await page.getByText('没有收到答复，正在自动重试').waitFor();
  expect(await look(page, 'bad-network-repeating')).toEqual([]);
  await submittedOnce();
  expect([uploads(), submissions()]).toEqual([2, 3]);
});

it('R14 a server that is being restarted: the page says so, and goes on where it was', async () => {
  await open();
  await fillIn();
  await proof();
  await page.getByRole('img', { name: '材料 1' }).waitFor();
  await page.route('**/api/**', (route) => route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>503</h1>' }));
  await page.reload();
  await page.getByRole('heading', { name: '服务正在维护' }).waitFor();
  expect(await look(page, 'bad-network-maintenance')).toEqual([]);
  await page.unroute('**/api/**');
  await button('重试').click();
  await page.getByText('已恢复上次未提交的内容').waitFor();
  await button('提交审核').click();
  await submittedOnce();
});
