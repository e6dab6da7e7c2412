import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from '../api/support/people.ts';
import { registered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';
import { createGraduate } from '../support/record/graduates.ts';

let app: TestApplication;
let browser: Browser;
let people: SchoolWithPeople;

beforeAll(async () => {
  app = await openApplication();
  [people, browser] = await Promise.all([schoolWithPeople(app), launchBrowser()]);
  await registered(app, people);
  await createGraduate(app.record.pool, app.record, people.school, { name: '没有去向' });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('statistics', () => {
  it('R57 F4 are published by either formula, shown as table and picture that can be saved, with who is counted', async () => {
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.schoolAdmin.cookie);
    await page.goto('/desk/statistics');
    await page.getByText('还没有发布').waitFor();
    await page.getByRole('button', { name: '按 2021 年口径发布' }).click();
    await page.getByRole('heading', { name: '第 1 号统计 · 2027 · 2021 年口径 · 50.00%' }).waitFor();
    await page.getByRole('button', { name: '按 2024 年口径发布' }).click();
    const figure = page.getByRole('region', { name: '第 2 号统计' });
    await figure.waitFor();
    expect(
      await figure
        .getByRole('row', { name: /境内升学/ })
        .getByRole('cell')
        .allInnerTexts(),
    ).toEqual(['1', '50.00%']);
    await figure.getByLabel('分类').selectOption('COLLEGE');
    await figure.getByRole('row', { name: '示例学院 2 1 50.00%' }).waitFor();
    const saved = page.waitForEvent('download');
    await figure.getByRole('button', { name: '保存为图片' }).click();
    const picture = await saved;
    expect(picture.suggestedFilename()).toBe('figure-2-college.png');
    const { channels } = await sharp(await readFile(await picture.path())).stats();
    // Something is drawn on the paper.
    expect(Math.min(...channels.map(({ min }) => min))).toBeLessThan(100);
    const numerator = page.getByRole('region', { name: '已落实名单' }).first();
    await numerator.getByText('示例同学').waitFor();
    expect(await numerator.getByText('没有去向').count()).toBe(0);
    expect(await look(page, 'statistics')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R57 show a province no small cells and nobody’s name, on a phone too', async () => {
    expect((await people.clients.schoolAdmin.post('/api/statistics/figures', { cohort: 2027, formula: '2024' })).status).toBe(201);
    const province = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
    const { context, page, watch } = await openTab(browser, app.url, 'phone', province.cookie);
    await page.goto('/desk/statistics');
    await page.getByRole('button', { name: /^查看/ }).first().click();
    await page
      .getByRole('region', { name: /号统计$/ })
      .getByText('人数过少，不显示')
      .first()
      .waitFor();
    await page.getByRole('region', { name: '已发布的落实率' }).first().getByRole('cell', { name: '示例大学' }).first().waitFor();
    expect(await page.getByRole('button', { name: /发布$/ }).count()).toBe(0);
    // A picture of cells that are hidden would say nothing.
    expect(await page.getByRole('button', { name: '保存为图片' }).count()).toBe(0);
    expect(await page.getByText('示例同学').count()).toBe(0);
    expect(await look(page, 'statistics')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
