import type { Browser } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import type { Client } from '../api/support/client.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from '../api/support/people.ts';
import { registered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';

let app: TestApplication;
let browser: Browser;
let people: SchoolWithPeople;
let operator: Client;

beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
  people = await schoolWithPeople(app);
  operator = await staffClient(app, app.record.newId(), { role: 'OPERATOR' });
  await registered(app, people);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('operation', () => {
  it('shows who is overdue with the way to the workflow, sends a given-up mail again, and moves the clock forward only', async () => {
    const { pool } = app.record;
    const { graduateId } = people.graduate;
    await pool.query(`UPDATE "graduate" SET "overdue" = true WHERE "id" = $1`, [graduateId]);
    await pool.query(`UPDATE "notification" SET "mailStatus" = 'FAILED', "failure" = '550', "attempts" = 8
      WHERE "id" = (SELECT "id" FROM "notification" WHERE "graduateId" = $1 ORDER BY "id" LIMIT 1)`, [graduateId]);
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', operator.cookie);
    await page.goto('/desk/operation');
    const link = page.getByRole('region', { name: '逾期未完成' }).getByRole('link', { name: graduateId });
    expect(await link.getAttribute('href')).toContain(`/workflows/graduate-${graduateId}`);
    expect(await page.content()).not.toContain('示例同学');
    const mails = page.getByRole('region', { name: '发送失败的通知' });
    await mails.getByText('550').waitFor();
    expect(await look(page, 'operation')).toEqual([]);
    await mails.getByRole('button', { name: '重新发送' }).click();
    await mails.waitFor({ state: 'detached' });
    const { rows } = await pool.query<{ mailStatus: string }>(`SELECT "mailStatus" FROM "notification" WHERE "graduateId" = $1 AND "mailStatus" = 'FAILED'`, [graduateId]);
    expect(rows).toEqual([]);

    const clock = page.getByRole('form', { name: '开发环境时钟' });
    await clock.getByLabel('调到').fill('2020-01-01T00:00');
    await clock.getByRole('button', { name: '向前调整' }).click();
    await clock.locator('.field-problem').waitFor();
    await clock.getByLabel('调到').fill('2099-06-01T09:00');
    await clock.getByRole('button', { name: '向前调整' }).click();
    await clock.getByRole('status').filter({ hasText: '2099-06-01 09:00' }).waitFor();
    expect(await look(page, 'operation-clock')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
