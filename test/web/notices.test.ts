import { schoolWithPeople, staffClient, type SchoolWithPeople } from '../api/support/people.ts';
import { look } from '../support/browser/browser.ts';
import { openSite } from './support/site.ts';

const site = openSite();
let people: SchoolWithPeople;
beforeAll(async () => {
  people = await schoolWithPeople(site.app);
});

describe('notices of a school', () => {
  it('R1 are written with a preview, read on the first page without sign-in, changed for graduates of a cohort, and withdrawn', async () => {
    const page = await site.openPage('desktop', people.clients.schoolAdmin);
    await page.goto('/desk/notices');
    await page.getByRole('button', { name: '撰写公告' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('中文标题').fill('登记开始');
    await dialog.getByLabel('中文正文').fill('请按时登记。\n\n逾期请联系学校。');
    await dialog.getByLabel('对象').selectOption('EVERYONE');
    await dialog.getByLabel('截止时间').fill('2020-01-01T00:00');
    await dialog.getByRole('button', { name: '发布' }).click();
    await dialog.locator('.field-problem').waitFor();
    expect(await dialog.getByRole('region', { name: '预览' }).getByText('逾期请联系学校。').count()).toBe(1);
    expect(await look(page, 'notices-write')).toEqual([]);
    await dialog.getByLabel('截止时间').fill('');
    await dialog.getByRole('button', { name: '发布' }).click();
    await page.locator('td', { hasText: '已发布' }).waitFor();

    const visitor = await site.openPage('phone');
    await visitor.goto('/');
    await visitor.locator('summary', { hasText: '登记开始' }).click();
    await visitor.getByText('逾期请联系学校。').waitFor();
    expect(await look(visitor, 'entry-notices')).toEqual([]);

    await page.getByRole('button', { name: '修改“登记开始”' }).click();
    await dialog.getByLabel('对象').selectOption('GRADUATES');
    await dialog.getByLabel('届（').fill('2027，2028');
    await dialog.getByLabel('待登记确认').check();
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.locator('td', { hasText: '毕业生 · 2027 · 2028' }).waitFor();
    const { body } = await people.clients.schoolAdmin.get('/api/written-notices');
    expect(body.items[0]).toMatchObject({ version: 2, cohorts: [2027, 2028], stages: ['CONFIRMING'], zh: { title: '登记开始' } });
    await visitor.reload();
    await visitor.getByRole('link', { name: '毕业生' }).waitFor();
    expect(await visitor.locator('summary').count()).toBe(0);

    await page.getByRole('button', { name: '撤回“登记开始”' }).click();
    await page.getByRole('button', { name: '确认撤回' }).click();
    await page.locator('td', { hasText: '已撤回' }).waitFor();
    expect(await look(page, 'notices-list')).toEqual([]);
  });
});

describe('notices of a province', () => {
  it('R1 are for schools found by code or name, kept in a draft, and for other schools after a change', async () => {
    const other = await schoolWithPeople(site.app);
    const { rows } = await site.app.record.pool.query<{ id: string; code: string; name: string }>(
      'SELECT "id", "code", "name" FROM "school" WHERE "id" = ANY ($1)',
      [[people, other].map(({ school }) => school.schoolId)],
    );
    const [first, second] = [people, other].map(({ school }) => rows.find(({ id }) => id === school.schoolId)!) as [
      (typeof rows)[number],
      (typeof rows)[number],
    ];
    const officer = await staffClient(site.app, site.app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
    const page = await site.openPage('phone', officer);
    await page.goto('/desk/notices');
    await page.getByRole('button', { name: '撰写公告' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('中文标题').fill('省级核查');
    await dialog.getByLabel('中文正文').fill('请按时上报。');
    await dialog.getByLabel('对象').selectOption('STAFF');
    await dialog.getByText('未选学校').waitFor();
    const search = dialog.getByLabel('按学校代码或名称查找');
    await search.fill('99999');
    await dialog.getByText('没有其他符合条件的学校').waitFor();
    await search.fill(first.code);
    await dialog.getByRole('button', { name: `添加“${first.code} ${first.name}”` }).click();
    await dialog.getByText('面向 1 所学校').waitFor();
    expect(await look(page, 'notices-schools')).toEqual([]);
    await page.reload();
    await page.getByRole('button', { name: '撰写公告' }).click();
    await dialog.getByText('面向 1 所学校').waitFor();
    await dialog.getByRole('button', { name: '发布' }).click();
    await page.locator('td', { hasText: `工作人员 · ${first.name}` }).waitFor();

    await page.getByRole('button', { name: '修改“省级核查”' }).click();
    await dialog.getByRole('button', { name: `移除“${first.name}”` }).click();
    await search.fill(second.code);
    await dialog.getByRole('button', { name: `添加“${second.code} ${second.name}”` }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { body } = await officer.get('/api/written-notices');
    expect(body.items[0]).toMatchObject({ version: 2, schools: [second] });
    expect(await look(page, 'notices-of-province')).toEqual([]);
  });
});
