import type { Browser } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { registered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';
import { createGraduate } from '../support/record/graduates.ts';

let app: TestApplication;
let browser: Browser;
let people: SchoolWithPeople;

beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
  people = await schoolWithPeople(app, { name: '首位同学' });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('the list of graduates', () => {
  it('loads the next pages as somebody scrolls, and draws only what is in sight', async () => {
    const others = 450;
    for (let index = 0; index < others; index += 1) await createGraduate(app.record.pool, app.record, people.school, { className: '二班' });
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.schoolReviewer.cookie);
    await page.goto('/desk/graduates');
    const list = page.getByRole('region', { name: '毕业生' });
    await page.getByText('已显示 200 行').waitFor();
    const drawn = await list.getByRole('row').count();
    expect(drawn).toBeLessThan(80);
    await list.evaluate((box) => {
      box.scrollTop = box.scrollHeight;
    });
    await page.getByText('已显示 400 行').waitFor();
    await list.evaluate((box) => {
      box.scrollTop = box.scrollHeight;
    });
    await page.getByText(`共 ${others + 1} 行`).waitFor();
    expect(await list.getByRole('row').count()).toBeLessThan(80);
    expect(await look(page, 'graduates')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('keeps filters by name with the account, the columns on the machine, and nothing about anybody on either', async () => {
    await registered(app, people);
    const { context, page, watch } = await openTab(browser, app.url, 'phone', people.clients.schoolReviewer.cookie);
    await page.goto('/desk/graduates');
    await page.getByLabel('班级').first().selectOption('一班');
    await page.getByLabel('确认状态').first().selectOption('UNCONFIRMED');
    await page.getByText('共 1 行').waitFor();
    await page.getByText('常用筛选').click();
    await page.getByLabel('保存当前筛选，名称').fill('一班未确认');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('link', { name: '一班未确认' }).waitFor();
    await page.getByText('显示的列').click();
    await page.getByRole('checkbox', { name: '学号' }).uncheck();
    await page.goto('/desk/graduates');
    await page.getByText('常用筛选').click();
    await page.getByRole('link', { name: '一班未确认' }).click();
    await page.getByText('共 1 行').waitFor();
    const list = page.getByRole('region', { name: '毕业生' });
    await list.getByText('首位同学').waitFor();
    expect(await list.getByRole('columnheader').allInnerTexts()).toEqual(['请选择', '姓名', '届', '院系', '班级', '阶段', '确认状态']);
    const kept = await page.evaluate<string>('JSON.stringify({ ...localStorage })');
    expect(kept).not.toMatch(/首位同学|0000000|一班未确认/);
    expect((await people.clients.schoolReviewer.get('/api/me/saved-filters/graduates')).body.filters).toEqual([
      { name: '一班未确认', search: expect.stringMatching(/^[\w%=&-]+$/) as string },
    ]);
    expect((await people.clients.schoolAdmin.get('/api/me/saved-filters/graduates')).body.filters).toEqual([]);
    expect(await look(page, 'graduates')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
