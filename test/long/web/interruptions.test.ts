import type { Browser, Page } from 'playwright-core';
import { openApplication, type TestApplication } from '../../api/support/application.ts';
import { schoolWithPeople } from '../../api/support/people.ts';
import { checked } from '../../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../../support/browser/browser.ts';
import { personOnRoster } from '../../support/identity/person-on-roster.ts';

let app: TestApplication;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

it('R2 R14 a session that ends in the middle of a form: the person signs in again and is back in it, with what was typed', async () => {
  const { person, graduateId } = await personOnRoster(app.record);
  const { context, page } = await openTab(browser, app.url, 'phone');
  const signIn = async () => {
    await page.fill('[name=sub]', person.sub);
    await page.fill('[name=password]', person.password);
    await page.click('button[type=submit]');
  };
  await page.goto('/auth/sign-in?returnTo=/me');
  await signIn();
  await button(page, '我已阅读并同意').click();
  await page.getByRole('link', { name: '核对学校上传的基本信息' }).click();
  await button(page, '信息确认无误').click();
  await page.getByText('已确认无误').waitFor();
  await page.goto(`/me/${graduateId}/hukou`);
  await page.getByLabel('转递（迁移）类型').selectOption('HOME');
  for (const [index, code] of ['110000', '110100', '110108'].entries())
    await page.locator('.region-picker select').nth(index).selectOption(code);

  await app.record.pool.query('DELETE FROM "session"');
  await context.clearCookies();
  await button(page, '提交审核').click();
  await page.getByRole('alert').getByText('登录已过期').waitFor();
  expect(await look(page, 'session-ended')).toEqual([]);
  await page.getByRole('link', { name: '登录', exact: true }).click();
  await signIn();
  await page.waitForURL(`**/me/${graduateId}/hukou`);
  await page.getByText('已恢复上次未提交的内容').waitFor();
  expect(await page.locator('.region-picker select').nth(2).inputValue()).toBe('110108');
  await button(page, '提交审核').click();
  await page.getByText('院系审核中').waitFor();
  await context.close();
});

it('R14 X12 one form in two tabs: the second is told that the first has submitted, and loses nothing', async () => {
  const people = await schoolWithPeople(app);
  await checked(app, people);
  const { graduateId } = people.graduate;
  const { context, page: first, watch } = await openTab(browser, app.url, 'phone', people.clients.graduate.cookie);
  const second = await context.newPage();
  for (const [tab, type] of [
    [first, '70'],
    [second, '71'],
  ] as const) {
    await tab.goto(`/me/${graduateId}/destination`);
    await tab.getByLabel('毕业去向类别').selectOption(type);
  }
  await button(first, '提交审核').click();
  await first.getByText('院系审核中').waitFor();
  await button(second, '提交审核').click();
  await second.getByText('院系审核中').waitFor();
  // What stands there is what the first has submitted; what the second had is there again when that is taken back.
  await second.getByText('待就业').first().waitFor();
  await button(second, '撤回提交').click();
  await second.getByText('已恢复上次未提交的内容').waitFor();
  expect(await second.getByLabel('毕业去向类别').inputValue()).toBe('71');
  const { rows } = await app.record.pool.query(
    `SELECT "outcome"->>'code' AS "code" FROM "command" WHERE "graduateId" = $1 AND "type" = 'SUBMIT_SECTION' ORDER BY "receivedAt"`,
    [graduateId],
  );
  expect(rows).toEqual([{ code: 'APPLIED' }, { code: 'ALREADY_IN_REVIEW' }]);
  expect(watch.complaints).toEqual([]);
  await context.close();
});
