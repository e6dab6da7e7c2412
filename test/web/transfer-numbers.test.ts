import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { PrintQuery } from '../../domain/print-batches/print-batch.ts';
import { storePrintBatch } from '../../infra/print-batches/batch-store.ts';
import { createFileStore } from '../../infra/storage/file-store.ts';
import { startExport } from '../../infra/temporal/start-export.ts';
import { startPrintBatch } from '../../infra/temporal/start-print-batch.ts';
import { startTransferNumberBatch } from '../../infra/temporal/start-transfer-number-batch.ts';
import { storeBatch } from '../../infra/transfer-numbers/batch-store.ts';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { numbered, registered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';
import { createGraduate } from '../support/record/graduates.ts';
import { stackAddresses } from '../support/stack/addresses.ts';
import { startTestWorker, type TestWorker } from '../support/temporal/test-worker.ts';

let app: TestApplication;
let worker: TestWorker;
let browser: Browser;
let people: SchoolWithPeople;
let pressIsOpen = true;

beforeAll(async () => {
  app = await openApplication({
    replace: (record) => ({
      files: createFileStore({ directory: join(stackAddresses().directory, 'files'), keys: record.keyring.files }),
      startTransferNumberBatch: (id) => startTransferNumberBatch(worker.client, worker.taskQueue, id),
      startExport: (id) => startExport(worker.client, worker.taskQueue, id),
      startPrintBatch: async (id) => {
        if (pressIsOpen) await startPrintBatch(worker.client, worker.taskQueue, id);
      },
    }),
  });
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
    const { rows } = await app.record.pool.query(
      `SELECT "action" FROM "audit_event" WHERE "schoolId" = $1 AND "action" LIKE 'LIST_EXPORT%' ORDER BY "seq"`,
      [people.school.schoolId],
    );
    expect(rows).toEqual([{ action: 'LIST_EXPORT_REQUESTED' }, { action: 'LIST_EXPORT_DOWNLOADED' }]);
    await page.reload();
    await page.getByText('共 1 行').waitFor();
    await page.getByText('生成 1，跳过 1').waitFor();
    expect(await look(page, 'transfer-numbers')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R45 are printed in batches that stay when the page is left, are cancelled and go on, and say what was skipped and why', async () => {
    const own = await schoolWithPeople(app);
    await numbered(app, own);
    await createGraduate(app.record.pool, app.record, own.school, { name: '没有编号' });
    const { context, page, watch } = await openTab(browser, app.url, 'phone', own.clients.schoolAdmin.cookie);
    const papers = page.getByRole('region', { name: '信息表批量打印' });
    await page.goto('/desk/transfer-numbers');
    await papers.getByText('还没有打印批次').waitFor();
    pressIsOpen = false;
    await papers.getByLabel('版式').selectOption({ label: '中文大字' });
    await papers.getByRole('button', { name: '打包（ZIP）' }).click();
    await papers.getByText('可以离开本页').waitFor();
    await page.goto('/desk');
    await page.goto('/desk/transfer-numbers');
    await papers.getByText(/档案 中文大字 · ZIP · 2027 · 进行中/).waitFor();
    expect(await look(page, 'print-batches-running')).toEqual([]);
    await papers.getByRole('button', { name: /^取消 .* 的批次$/ }).click();
    await papers.getByText('已取消').waitFor();
    pressIsOpen = true;
    await papers.getByRole('button', { name: /^继续 .* 的批次$/ }).click();
    await papers.getByText('2／2 份，打印 1，跳过 1').waitFor();
    const saved = page.waitForEvent('download');
    await papers.getByRole('button', { name: '下载' }).click();
    expect((await saved).suggestedFilename()).toBe('papers.zip');
    await papers.getByRole('button', { name: '查看跳过的' }).click();
    const skips = page.getByRole('dialog', { name: '跳过的材料' });
    await skips.getByText('没有编号').waitFor();
    await skips.getByText('没有有效的转递编号').waitFor();
    expect(await look(page, 'print-batches-skips')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await look(page, 'print-batches')).toEqual([]);
    const { rows } = await app.record.pool.query(
      `SELECT "action" FROM "audit_event" WHERE "schoolId" = $1 AND "action" LIKE 'PRINT_BATCH%' ORDER BY "seq"`,
      [own.school.schoolId],
    );
    expect(rows.map(({ action }) => action as string)).toEqual([
      'PRINT_BATCH_REQUESTED',
      'PRINT_BATCH_CANCELLED',
      'PRINT_BATCH_RESUMED',
      'PRINT_BATCH_DOWNLOADED',
    ]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  }, 60_000);

  it('R38 R45 batches before the last ten are asked for, of numbers and of papers', async () => {
    const own = await schoolWithPeople(app);
    await registered(app, own);
    const { school } = own;
    const asked = { schoolId: school.schoolId, collegeId: null, requestedBy: school.staff.schoolAdmin, requestedByRole: 'SCHOOL_ADMIN' };
    for (let count = 0; count < 12; count += 1) {
      const [numbers, papers] = [app.record.newId(), app.record.newId()];
      await storeBatch(app.record.pool, {
        ...asked,
        id: numbers,
        kind: 'DOSSIER',
        cohort: 2027,
        className: null,
        stage: null,
        requestedAt: Date.now(),
        idempotencyKey: numbers,
      });
      await storePrintBatch(app.record.pool, {
        ...asked,
        id: papers,
        query: PrintQuery.parse({ of: 'STATEMENTS', kind: 'DOSSIER', form: 'ZIP', cohort: 2027 }),
        idempotencyKey: papers,
      });
    }
    for (const table of ['transfer_number_batch', 'print_batch'])
      await app.record.pool.query(`UPDATE "${table}" SET "status" = 'CANCELLED' WHERE "schoolId" = $1`, [school.schoolId]);
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', own.clients.schoolAdmin.cookie);
    await page.goto('/desk/transfer-numbers');
    for (const name of ['批量生成', '信息表批量打印']) {
      const region = page.getByRole('region', { name, exact: true });
      await region.locator('.jobs > li').nth(9).waitFor();
      expect(await region.locator('.jobs > li').count()).toBe(10);
      await region.getByRole('button', { name: '更早的' }).click();
      await region.locator('.jobs > li').nth(11).waitFor();
      expect(await region.getByRole('button', { name: '更早的' }).count()).toBe(0);
    }
    expect(await look(page, 'batches-older')).toEqual([]);
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
