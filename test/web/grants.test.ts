import type { Page } from 'playwright-core';
import { Client } from '../api/support/client.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { confirmed, numbered } from '../api/support/stages.ts';
import { look } from '../support/browser/browser.ts';
import { homeDossier } from '../support/record/contents.ts';
import { submit } from '../support/record/registration.ts';
import { openSite } from './support/site.ts';

const site = openSite();
let people: SchoolWithPeople;
let page: Page;

async function open(prepare: typeof confirmed | typeof numbered, viewport: 'phone' | 'desktop' = 'phone'): Promise<void> {
  people = await schoolWithPeople(site.app);
  await prepare(site.app, people);
  page = await site.openPage(viewport, people.clients.graduate);
  await show(page);
}
async function show(tab: Page): Promise<void> {
  await tab.goto(`/me/${people.graduate.graduateId}/grants`);
  await tab.getByRole('heading', { name: '谁核验过' }).waitFor();
}
const own = async () => (await people.clients.graduate.get(`/api/graduates/${people.graduate.graduateId}`)).body;
const part = (name: string, tab = page) => tab.getByRole('region', { name, exact: true });
const button = (name: string, tab = page) => tab.getByRole('button', { name, exact: true });

describe('grants on a phone', () => {
  it('R27 R29 X25 end on a day of one’s own within the service, and the number is copied without its gaps', async () => {
    await open(confirmed);
    await part('档案').getByText('暂未生成核验编号').waitFor();
    await part('档案').getByRole('radio', { name: '其他日期' }).check();
    const day = part('档案').locator('input[type=date]');
    expect(await day.getAttribute('max')).toBe('2027-12-31');
    await day.fill('2027-06-18');
    expect(await look(page, 'grants-form')).toEqual([]);
    await button('授权档案核验').click();
    await part('档案核验编号').getByText('有效至 2027-06-18 23:59:59').waitFor();
    expect(await part('档案核验编号').getByRole('timer').innerText()).toMatch(/^还剩 \d+ 天 \d+ 小时$/);
    const {
      grants: {
        grants: [{ verificationNumber, verificationNumberGrouped }],
      },
    } = await own();
    expect(await page.locator('.number').innerText()).toBe(verificationNumberGrouped);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await button('复制编号').click();
    await page.getByText('已复制').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(verificationNumber);
    await page.evaluate('navigator.clipboard.writeText("")');
    await page.locator('.number').click({ clickCount: 3 });
    await page.keyboard.press('Control+c');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(verificationNumber);
  });

  it('R26 want identity proofing first, and what was chosen is still there afterwards', async () => {
    await open(confirmed);
    await site.app.record.pool.query('UPDATE "session" SET "proofedAt" = NULL WHERE "accountId" = $1', [people.graduate.accountId]);
    await show(page);
    await part('档案')
      .getByRole('radio', { name: /至核验服务截止/ })
      .check();
    expect(await part('档案').getByRole('link', { name: '先完成实人认证' }).getAttribute('href')).toBe(
      `/auth/proof?returnTo=${encodeURIComponent(`/me/${people.graduate.graduateId}/grants`)}`,
    );
    expect(await look(page, 'grants-unproofed')).toEqual([]);
    await site.app.record.pool.query('UPDATE "session" SET "proofedAt" = app_now() WHERE "accountId" = $1', [people.graduate.accountId]);
    await show(page);
    expect(
      await part('档案')
        .getByRole('radio', { name: /至核验服务截止/ })
        .isChecked(),
    ).toBe(true);
    await button('授权档案核验').click();
    await part('档案核验编号').getByText('有效至 2027-12-31 23:59:59').waitFor();
  });

  it('R31 issued in one tab are shown in the other when it is looked at, and R32 dead ones, too', async () => {
    await open(confirmed, 'desktop');
    const second = await page.context().newPage();
    await show(second);
    await button('授权户口核验').click();
    await part('户口核验编号').waitFor();
    // The headless browser hides no tab; this is what it says when one comes to the front.
    await second.evaluate('document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))');
    await part('户口核验编号', second).waitFor();
    await submit(
      site.app.record,
      people.school,
      people.graduate,
      'DOSSIER',
      { ...homeDossier, unitName: '另一处人才服务中心（示例）' },
      [],
      Date.now(),
    );
    await second.evaluate('document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))');
    await part('户口', second).getByText('已失效：登记信息有变更').waitFor();
    expect(await second.locator('.number').count()).toBe(0);
    expect(await look(second, 'grants-dead')).toEqual([]);
    await part('户口', second).getByRole('link', { name: '去确认登记信息' }).click();
    await button('信息无误，确认登记去向', second).click();
    await second.getByRole('status').getByText('确认无误').waitFor();
    await show(second);
    await button('授权户口核验', second).waitFor();
  });

  it('R30 that are over say so by the record’s clock, and offer a new one', async () => {
    await open(numbered);
    await part('档案核验编号').waitFor();
    await site.app.record.pool.query(
      `UPDATE "verification_grant" SET "deadline" = app_now() - interval '1 second' WHERE "graduateId" = $1`,
      [people.graduate.graduateId],
    );
    await show(page);
    await part('档案').getByText('已过期').waitFor();
    await button('授权档案核验').click();
    await part('档案核验编号').waitFor();
    expect((await own()).grants.grants.map(({ status }: { status: string }) => status)).toEqual(['ACTIVE', 'EXPIRED']);
  });

  it('R31 tell who looked; one tap closes what nobody was given', async () => {
    await open(numbered);
    const {
      grants: {
        grants: [{ verificationNumber: number }],
      },
    } = await own();
    const verifier = new Client(site.app.url);
    const question = { name: '示例同学', number };
    expect((await verifier.post('/api/verification/dossier', question)).body.outcome).toBe('VALID');
    await show(page);
    await part('谁核验过').getByText('档案 · 输入编号 · 地点未知').waitFor();
    await page.getByRole('radio', { name: '每天汇总通知我' }).check();
    expect(await look(page, 'grants-lookups')).toEqual([]);
    await button('不是我给的，立即关闭').click();
    await part('档案').getByText('已关闭').waitFor();
    expect((await verifier.post('/api/verification/dossier', question)).body.outcome).toBe('CLOSED');
    const { rows } = await site.app.record.pool.query('SELECT "tellLookups" FROM "graduate" WHERE "id" = $1', [people.graduate.graduateId]);
    expect(rows).toEqual([{ tellLookups: 'DAILY' }]);
  });
});
