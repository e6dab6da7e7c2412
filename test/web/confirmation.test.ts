import type { Page } from 'playwright-core';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { confirmed, numbered, registered } from '../api/support/stages.ts';
import { look } from '../support/browser/browser.ts';
import { homeDossier } from '../support/record/contents.ts';
import { submit } from '../support/record/registration.ts';
import { openSite } from './support/site.ts';

const site = openSite();
let people: SchoolWithPeople;
let page: Page;

async function open(
  prepare: typeof registered | typeof confirmed | typeof numbered,
  viewport: 'phone' | 'desktop' = 'phone',
): Promise<void> {
  people = await schoolWithPeople(site.app);
  await prepare(site.app, people);
  page = await site.openPage(viewport, people.clients.graduate);
}
const show = async () => {
  await page.goto(`/me/${people.graduate.graduateId}/confirmation`);
  await page.getByRole('heading', { name: '登记确认' }).waitFor();
};
const own = async () => (await people.clients.graduate.get(`/api/graduates/${people.graduate.graduateId}`)).body;
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** The dossier goes to another unit, approved by both desks. */
const redirect = () =>
  submit(
    site.app.record,
    people.school,
    people.graduate,
    'DOSSIER',
    { ...homeDossier, unitName: '另一处人才服务中心（示例）' },
    [],
    Date.now(),
  );

describe('the confirmation on a phone', () => {
  it('R23 shows the whole registration in words and confirms it once', async () => {
    await open(registered);
    await show();
    const dossier = page.getByRole('region', { name: '档案转递', exact: true });
    await dossier.getByText('转回生源地').first().waitFor();
    await dossier.getByText('北京市海淀区', { exact: true }).waitFor();
    await page.getByText('（本人填报）').waitFor();
    expect(await look(page, 'confirmation')).toEqual([]);
    await button('信息无误，确认登记去向').click();
    await page.getByRole('status').getByText('确认无误').waitFor();
    await page.getByText('您确认了登记信息').waitFor();
    expect(await look(page, 'confirmation-given')).toEqual([]);
    expect((await own()).confirmation).toMatchObject({ status: 'CONFIRMED', lastConfirmed: { changes: [] } });
  });

  it('R21 R32 X12 falls back after a key change, says what is new since the last time, and is given again', async () => {
    await open(numbered);
    await redirect();
    await show();
    const since = page.getByRole('region', { name: /上次确认/ });
    expect(await since.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/接收单位名称[^]*原为 北京市海淀区人力资源公共服务中心（示例）[^]*现为 另一处人才服务中心（示例）/),
    ]);
    expect(await page.locator('mark').allInnerTexts()).toEqual(['有变化']);
    expect(await look(page, 'confirmation-again')).toEqual([]);
    const { confirmation, grants } = await own();
    expect([confirmation.status, grants.grants[0].status, grants.grants[0].verificationNumber]).toEqual([
      'UNCONFIRMED',
      'INVALIDATED',
      null,
    ]);
    await button('信息无误，确认登记去向').click();
    await page.getByRole('status').getByText('确认无误').waitFor();
    expect(await since.count()).toBe(0);
  });

  it('R21 refuses what was not seen: the difference is shown, and asked about again', async () => {
    await open(registered);
    await show();
    await button('信息无误，确认登记去向').waitFor();
    await redirect();
    await button('信息无误，确认登记去向').click();
    const moved = page.getByRole('region', { name: '您打开本页后，登记信息有变动' });
    await moved.getByText('另一处人才服务中心（示例）').waitFor();
    expect(await button('信息无误，确认登记去向').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.id')).toBe('moved');
    expect(await look(page, 'confirmation-moved')).toEqual([]);
    expect((await own()).confirmation.status).toBe('UNCONFIRMED');
    await button('已看到变动，继续').click();
    await button('信息无误，确认登记去向').click();
    await page.getByRole('status').getByText('确认无误').waitFor();
  });

  it('X12 says so, too, when the school has corrected who it is about', async () => {
    await open(confirmed);
    const {
      clients: { schoolAdmin },
      graduate: { graduateId },
    } = people;
    expect(
      (
        await schoolAdmin.post(`/api/graduates/${graduateId}/basic-information/correction`, {
          changes: { name: '示例学子' },
          reason: '核对户口本',
        })
      ).status,
    ).toBe(200);
    expect((await own()).confirmation.lastConfirmed.changes).toEqual([
      {
        part: 'IDENTITY',
        field: 'name',
        words: { zh: '姓名', en: 'Name' },
        before: { zh: '示例同学', en: '示例同学' },
        after: { zh: '示例学子', en: '示例学子' },
        key: true,
      },
    ]);
    await show();
    await page
      .getByRole('region', { name: /上次确认/ })
      .getByText('示例学子')
      .waitFor();
  });

  it('R22 X17 is disputed by field, keeps what was typed through a reload, and is taken back', async () => {
    await open(registered, 'desktop');
    await show();
    await page.getByText('信息有误，需要更新后确认', { exact: true }).click();
    await page.getByRole('group', { name: '档案转递' }).getByLabel('联系电话').check();
    await page.getByLabel('具体情况').fill('总机已更换');
    await page.reload();
    expect(await page.getByLabel('具体情况').inputValue()).toBe('总机已更换');
    expect(await look(page, 'confirmation-dispute')).toEqual([]);
    await button('提交').click();
    await page.getByText('档案转递：联系电话：总机已更换').waitFor();
    expect((await own()).confirmation.history[0]).toMatchObject({
      status: 'DISPUTED',
      disputeFields: ['DOSSIER.phone'],
      disputeText: '总机已更换',
    });
    await button('实际信息无误，撤销确认').click();
    await page.getByRole('status').getByText('未确认').waitFor();
    expect((await own()).confirmation.status).toBe('UNCONFIRMED');
  });
});
