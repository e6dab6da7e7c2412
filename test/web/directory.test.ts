import { schoolWithPeople, staffClient, type SchoolWithPeople } from '../api/support/people.ts';
import { look } from '../support/browser/browser.ts';
import { openSite } from './support/site.ts';

const site = openSite();
let people: SchoolWithPeople;
beforeAll(async () => {
  people = await schoolWithPeople(site.app);
});

describe('the directory of receiving units', () => {
  it('R13 R40 is added to, searched, put right, imported with a report, and cut down again', async () => {
    const page = await site.openPage('desktop', people.clients.schoolAdmin);
    await page.goto('/desk/directory');
    await page.getByRole('button', { name: '添加单位' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('单位名称').fill('示例档案中心');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.locator('.field-problem').waitFor();
    await dialog.getByLabel('所在地区: ').nth(0).selectOption('110000');
    await dialog.getByLabel('所在地区: ').nth(1).selectOption({ index: 1 });
    await dialog.getByLabel('所在地区: ').nth(2).selectOption('110101');
    expect(await look(page, 'directory-add')).toEqual([]);
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.locator('td', { hasText: '示例档案中心' }).waitFor();

    await page.getByRole('button', { name: '核对修改“示例档案中心”' }).click();
    await dialog.getByLabel('档案保管资格').selectOption('true');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { body } = await people.clients.schoolAdmin.get('/api/directory/units');
    expect(body.items).toEqual([expect.objectContaining({ name: '示例档案中心', version: 2, mayHoldFiles: true, checked: true })]);

    const sheet = page.getByRole('form', { name: '导入名录' });
    await sheet.getByLabel('文件').setInputFiles({
      name: 'units.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('单位名称,行政区划代码\n示例人才中心,110102\n无处中心,99\n'),
    });
    await sheet.getByRole('button', { name: '导入' }).click();
    await sheet.getByText('新增 1，更新 0，未变 0，跳过 1').waitFor();
    await sheet.getByText('第 3 行').waitFor();
    await page.getByLabel('按名称查找').fill('人才');
    const found = page.getByRole('region', { name: '查找结果' });
    await found.getByText('示例人才中心').waitFor();
    expect(await look(page, 'directory')).toEqual([]);
    await found.getByRole('button', { name: '核对修改“示例人才中心”' }).click();
    await dialog.getByLabel('电话').fill('010-87654321');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.locator('td', { hasText: '010-87654321' }).waitFor();

    await found.getByRole('button', { name: '核对修改“示例人才中心”' }).click();
    await dialog.getByText('移除', { exact: true }).first().click();
    await dialog.getByRole('button', { name: '移除' }).click();
    await page.locator('td', { hasText: '示例人才中心' }).waitFor({ state: 'detached' });
    await found.getByText('没有符合条件的单位').waitFor();
  });

  it('R13 shows a unit of the province, which the school cannot change, on a phone too', async () => {
    const {
      rows: [school],
    } = await site.app.record.pool.query<{ provinceCode: string }>('SELECT "provinceCode" FROM "school" WHERE "id" = $1', [
      people.school.schoolId,
    ]);
    const province = await staffClient(site.app, site.app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: school!.provinceCode });
    expect((await province.post('/api/directory/units', { name: '省级档案中心', region: '110101' })).status).toBe(201);
    const page = await site.openPage('phone', people.clients.schoolReviewer);
    await page.goto('/desk/directory');
    await page.locator('tr', { hasText: '省级档案中心' }).getByText('省级名录').waitFor();
    await page.getByLabel('按名称查找').fill('省级');
    await page.getByRole('region', { name: '查找结果' }).getByRole('button', { name: '核对修改“省级档案中心”' }).click();
    await page.getByRole('dialog').getByText('由省级主管部门维护').waitFor();
    expect(await page.getByRole('dialog').getByRole('button', { name: '保存' }).count()).toBe(0);
    expect(await look(page, 'directory-of-province')).toEqual([]);
    expect(await page.locator('td').getByRole('button', { name: '核对修改“省级档案中心”' }).count()).toBe(0);
  });
});
