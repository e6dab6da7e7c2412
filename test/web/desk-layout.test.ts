import { schoolWithPeople, staffClient, type SchoolWithPeople } from '../api/support/people.ts';
import { look } from '../support/browser/browser.ts';
import { openSite } from './support/site.ts';

const site = openSite();
let people: SchoolWithPeople;
beforeAll(async () => {
  people = await schoolWithPeople(site.app);
});

describe('around the pages of staff', () => {
  it('the menu is folded on a phone, opens by its button, and folds again on the next page', async () => {
    const page = await site.openPage('phone', people.clients.schoolAdmin);
    await page.goto('/desk');
    const menu = page.getByRole('navigation', { name: '菜单' });
    const toStatistics = menu.getByRole('link', { name: '统计' });
    await menu.getByRole('button', { name: '菜单', expanded: false }).click();
    expect(await look(page, 'desk-menu')).toEqual([]);
    await toStatistics.click();
    await page.getByRole('heading', { level: 1, name: '统计' }).waitFor();
    await toStatistics.waitFor({ state: 'hidden' });
    await menu.getByRole('button', { name: '菜单', expanded: false }).waitFor();
  });

  it('who has nothing waiting arrives at the first page of the menu', async () => {
    const province = await staffClient(site.app, site.app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
    const operator = await staffClient(site.app, site.app.record.newId(), { role: 'OPERATOR' });
    for (const [client, heading] of [
      [province, '毕业生'],
      [operator, '运行状况'],
    ] as const) {
      const page = await site.openPage('desktop', client);
      await page.goto('/desk');
      await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
      expect(await page.getByRole('link', { name: '今日' }).count()).toBe(0);
    }
  });

  it('a mistyped address, a page of others and a page that does not come leave the menu', async () => {
    const page = await site.openPage('desktop', people.clients.counsellor);
    const menu = page.getByRole('navigation', { name: '菜单' });
    await page.goto('/desk/nowhere');
    await page.getByRole('heading', { level: 1, name: '没有找到这个页面' }).waitFor();
    expect(await look(page, 'desk-not-found')).toEqual([]);
    await page.getByRole('link', { name: '回到工作台' }).click();
    await page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
    await page.route('**/assets/desk-confirmations-page*', (route) => route.abort());
    await menu.getByRole('link', { name: '登记确认' }).click();
    await page.getByRole('heading', { level: 1, name: '页面没有加载成功' }).waitFor();
    expect(await look(page, 'desk-not-loaded')).toEqual([]);
    await page.unroute('**/assets/desk-confirmations-page*');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('heading', { level: 1, name: '登记确认记录' }).waitFor();
    await page.goto('/desk/users');
    await page.getByRole('alert').getByText('您没有查看此页的权限').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual(['人员与权限']);
    expect(await look(page, 'desk-forbidden')).toEqual([]);
  });
});
