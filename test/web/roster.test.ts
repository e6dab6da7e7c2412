import type { Browser } from 'playwright-core';
import { seedSchool } from '../../prisma/seed/seed-school.ts';
import type { TestApplication } from '../api/support/application.ts';
import { staffClient } from '../api/support/people.ts';
import type { Client } from '../api/support/client.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';
import { sheetWithMistakes } from '../support/roster/sheet-with-mistakes.ts';
import { openWithRosterWorker } from '../support/roster/with-roster-worker.ts';
import type { TestWorker } from '../support/temporal/test-worker.ts';

let app: TestApplication;
let worker: TestWorker;
let browser: Browser;
let admin: Client;
let reviewer: Client;

beforeAll(async () => {
  [{ app, worker }, browser] = await Promise.all([openWithRosterWorker(), launchBrowser()]);
  const { schoolId } = await seedSchool(app.record.pool, app.record.newId);
  admin = await staffClient(app, app.record.newId(), { role: 'SCHOOL_ADMIN', schoolId });
  reviewer = await staffClient(app, app.record.newId(), { role: 'SCHOOL_REVIEWER', schoolId });
});
afterAll(async () => {
  await browser.close();
  await worker.stop();
  await app.close();
});

describe('the import of a roster on a desktop', () => {
  it('R4 X19 upload, three kinds of mistakes mended in place, commit, leaving and coming back, undo', async () => {
    const { bytes, right } = await sheetWithMistakes();
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', admin.cookie);
    await page.goto('/desk/rosters');
    expect(await look(page, 'rosters-empty')).toEqual([]);
    await page.getByLabel('届').fill('2027');
    await page
      .getByLabel('表格文件')
      .setInputFiles({ name: 'roster.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: bytes });
    await page.getByRole('button', { name: '上传并检查' }).click();
    await page.getByText('已检查，待导入').waitFor();
    await page.getByLabel('严重程度').selectOption('ERROR');
    await page.getByText('证件号码校验位不正确').waitFor();
    await page.getByText('共 3 行').waitFor();
    expect(await look(page, 'roster-report')).toEqual([]);

    const mend = async (column: string, text: string, left: number) => {
      await page.getByRole('button', { name: new RegExp(`修改第 \\d+ 行“${column}”`) }).click();
      await page.getByLabel(new RegExp(`^${column}（第`)).fill(text);
      await page.keyboard.press('Enter');
      await page
        .locator('dt', { hasText: '有错误' })
        .locator('xpath=following-sibling::dd')
        .filter({ hasText: new RegExp(`^${left}$`) })
        .waitFor();
      await page.getByText('已检查，待导入').waitFor();
    };
    await mend('院系', right['college']!, 2);
    await mend('毕业时间', right['month']!, 1);
    expect(await page.content()).not.toContain(right['id']);
    await mend('身份证号', right['id']!, 0);

    const {
      body: {
        items: [{ id }],
      },
    } = await admin.get('/api/rosters');
    const { body: checked } = await admin.get(`/api/rosters/${id}`);
    expect(checked).toMatchObject({ status: 'VALIDATED', invalid: 0, rows: checked.valid });
    const kept: number = checked.valid;

    await page.getByRole('button', { name: '导入名单…' }).click();
    const dialog = page.getByRole('dialog', { name: '确认导入' });
    await dialog.getByText(`${kept} 名毕业生将写入名单`).waitFor();
    expect(await look(page, 'roster-commit')).toEqual([]);
    await dialog.getByRole('button', { name: '确认导入' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.goto('/desk/rosters');
    await page.getByRole('link', { name: '2027 届名单导入' }).click();
    await page.locator('p[role=status] strong', { hasText: '已导入' }).waitFor();
    expect((await admin.get('/api/graduates?cohort=2027&limit=200')).body.items).toHaveLength(kept);

    await page.getByText(`已开通 ${kept} 人，等待 0 人`).waitFor();
    await page.getByRole('button', { name: '撤销导入…' }).click();
    await page.getByText(`${kept} 名由此次导入写入的毕业生将移出名单`).waitFor();
    await page.getByRole('dialog').getByLabel('原因').fill('上传有误');
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.locator('p[role=status] strong', { hasText: '已撤销' }).waitFor();
    expect((await admin.get('/api/graduates?cohort=2027&limit=200')).body.items).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R3 a reviewer sees the report and is offered nothing that changes it, on a phone too', async () => {
    const { bytes } = await sheetWithMistakes();
    const { body } = await admin.upload('/api/rosters?cohort=2027&commit=LATER', bytes, 'application/octet-stream');
    const { context, page, watch } = await openTab(browser, app.url, 'phone', reviewer.cookie);
    await page.goto(`/desk/rosters/${body.id}`);
    await page.getByText('已检查，待导入').waitFor();
    await page.getByText('证件号码校验位不正确').waitFor();
    expect(await page.getByRole('button', { name: /修改|导入名单|取消导入/ }).count()).toBe(0);
    expect(await look(page, 'roster-report')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
