import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createFileStore } from '../../infra/storage/file-store.ts';
import { startExport } from '../../infra/temporal/start-export.ts';
import { startTransferNumberBatch } from '../../infra/temporal/start-transfer-number-batch.ts';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { registered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';
import { createGraduate } from '../support/record/graduates.ts';
import { stackAddresses } from '../support/stack/addresses.ts';
import { startTestWorker, type TestWorker } from '../support/temporal/test-worker.ts';

let app: TestApplication;
let worker: TestWorker;
let browser: Browser;
let people: SchoolWithPeople;

beforeAll(async () => {
  app = await openApplication({ replace: (record) => ({
    files: createFileStore({ directory: join(stackAddresses().directory, 'files'), keys: record.keyring.files }),
    startTransferNumberBatch: (id) => startTransferNumberBatch(worker.client, worker.taskQueue, id),
    startExport: (id) => startExport(worker.client, worker.taskQueue, id),
  }) });
  [worker, browser] = await Promise.all([startTestWorker(app.record), launchBrowser()]);
  people = await schoolWithPeople(app);
  await registered(app, people);
  await createGraduate(app.record.pool, app.record, people.school, { name: '没有去向' });
});
afterAll(async () => {
  await browser.close();
  await worker.stop();
  await app.close();
});

describe('transfer numbers', () => {
  it('R38 R40 R41 are made for a query, with the reasons of who was skipped, and go out as a file', async () => {
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.schoolAdmin.cookie);
    await page.goto('/desk/transfer-numbers');
    const list = page.getByRole('region', { name: '档案转递名单' });
    await list.getByText('示例同学').waitFor();
    expect(await list.getByText('未生成').count()).toBe(2);
    await page.getByRole('button', { name: '批量生成' }).click();
    await list.getByText('有效').waitFor();
    await page.getByText('生成 1，跳过 1').waitFor();
    const { body } = await people.clients.schoolAdmin.get(`/api/transfer-lists/DOSSIER?cohort=2027&state=CURRENT`);
    expect(await list.getByText(body.items[0].transferNumber as string).count()).toBe(1);
    await page.getByRole('button', { name: '查看跳过的人' }).click();
    const skips = page.getByRole('dialog', { name: '跳过的毕业生' });
    await skips.getByText('没有已通过的毕业去向').waitFor();
    expect(await look(page, 'transfer-numbers-skips')).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByLabel('编号状态').selectOption('CURRENT');
    await page.getByText('共 1 行').waitFor();
    await page.getByRole('button', { name: '导出 CSV' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载' }).click();
    expect((await saved).suggestedFilename()).toBe('transfer-list.csv');
    const { rows } = await app.record.pool.query(`SELECT "action" FROM "audit_event" WHERE "schoolId" = $1 AND "action" LIKE 'LIST_EXPORT%' ORDER BY "seq"`, [people.school.schoolId]);
    expect(rows).toEqual([{ action: 'LIST_EXPORT_REQUESTED' }, { action: 'LIST_EXPORT_DOWNLOADED' }]);
    await page.reload();
    await page.getByText('共 1 行').waitFor();
    await page.getByText('生成 1，跳过 1').waitFor();
    expect(await look(page, 'transfer-numbers')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R36 are shown to a college reviewer, who is not offered to make them, on a phone too', async () => {
    const { context, page, watch } = await openTab(browser, app.url, 'phone', people.clients.collegeReviewer.cookie);
    await page.goto('/desk/transfer-numbers');
    await page.getByRole('region', { name: '档案转递名单' }).getByText('示例同学').waitFor();
    expect(await page.getByRole('button', { name: '批量生成' }).count()).toBe(0);
    expect(await look(page, 'transfer-numbers')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
