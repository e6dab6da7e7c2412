import type { Browser } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import type { Client } from '../api/support/client.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from '../api/support/people.ts';
import { registered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';

let app: TestApplication;
let browser: Browser;
let people: SchoolWithPeople;
let province: Client;

beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
  people = await schoolWithPeople(app);
  province = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
  await registered(app, people);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('a province', () => {
  it('X7 answers a request for a change after the cutoff, and sees how far its schools are', async () => {
    const { graduateId } = people.graduate;
    await app.record.pool.query('UPDATE "graduate" SET "cohort" = 2025 WHERE "id" = $1', [graduateId]);
    expect((await people.clients.schoolAdmin.post(`/api/graduates/${graduateId}/exceptions`, { scope: 'DOSSIER', reason: '地址有误，无法寄送' })).status).toBe(201);
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', province.cookie);
    await page.goto('/desk/province');
    await page.getByRole('region', { name: '截止后变更申请' }).getByText('地址有误').waitFor();
    const counts = page.getByRole('region', { name: '各校进度' });
    await counts.getByText(people.school.schoolCode).waitFor();
    expect(await look(page, 'province')).toEqual([]);
    await page.getByRole('button', { name: /^答复/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('地址有误').waitFor();
    expect(await look(page, 'province-answer')).toEqual([]);
    await dialog.getByLabel('不同意的理由').fill('材料不全');
    await dialog.getByRole('button', { name: '不同意' }).click();
    await page.getByText('没有待答复的申请').waitFor();
    const { body } = await people.clients.schoolAdmin.get('/api/exceptions?status=REFUSED');
    expect(body.items).toEqual([expect.objectContaining({ graduateId, answer: '材料不全' })]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
