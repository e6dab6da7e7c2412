import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { createPaperPort } from '../../api/dispatch/printed-papers.ts';
import { issueReceiptToken } from '../../infra/dispatch/receipt-token.ts';
import { createFileStore } from '../../infra/storage/file-store.ts';
import { startPrintBatch } from '../../infra/temporal/start-print-batch.ts';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { Client } from '../api/support/client.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { numbered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';
import { adminActor, run } from '../support/record/commands.ts';
import { homeDossier } from '../support/record/contents.ts';
import { sentDispatch } from '../support/record/dispatches.ts';
import { createGraduate } from '../support/record/graduates.ts';
import { submit } from '../support/record/registration.ts';
import { stackAddresses } from '../support/stack/addresses.ts';
import { startTestWorker, type TestWorker } from '../support/temporal/test-worker.ts';

let app: TestApplication;
let worker: TestWorker;
let browser: Browser;

beforeAll(async () => {
  app = await openApplication({
    replace: (record) => {
      const files = createFileStore({ directory: join(stackAddresses().directory, 'files'), keys: record.keyring.files });
      return {
        files,
        startPrintBatch: (id) => startPrintBatch(worker.client, worker.taskQueue, id),
        dispatchPapers: (paper) => createPaperPort({ client: worker.client, taskQueue: worker.taskQueue, files })(paper),
      };
    },
  });
  [worker, browser] = await Promise.all([startTestWorker(app.record), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await worker.stop();
  await app.close();
});

async function ready(): Promise<SchoolWithPeople> {
  const people = await schoolWithPeople(app);
  await numbered(app, people);
  return people;
}

/** Whoever opened the file photographs the receipt. */
async function reportReceipt(dispatchId: string): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    token: issueReceiptToken(app.deps.offlineSigning, dispatchId),
    name: '收件人',
    phone: '010-87654321',
  }))
    form.set(name, value);
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'photo');
  expect((await new Client(app.url).send('POST', '/api/dispatch-receipts', form)).status).toBe(201);
}

describe('dispatch of files', () => {
  it('R61 R62 R63 R64 goes from its preparation to the confirmed receipt, with its papers, skips by name, and the courier’s sheet', async () => {
    const people = await ready();
    await createGraduate(app.record.pool, app.record, people.school, { name: '没有档案去向' });
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.schoolAdmin.cookie);
    await page.goto('/desk/dispatch');
    await page.getByText('没有符合条件的寄送记录').waitFor();
    await page.getByRole('button', { name: '准备寄送' }).click();
    const prepare = page.getByRole('dialog', { name: '准备寄送' });
    await prepare.getByLabel('转递编号').selectOption('');
    await prepare.getByText('没有档案去向').waitFor();
    await prepare.getByLabel('经办人').fill('样例老师');
    await prepare.getByLabel('电话').fill('x');
    await prepare.getByLabel('回执寄回地址').fill('示例路2号');
    await prepare.getByLabel('邮编').fill('100083');
    await prepare.getByRole('button', { name: '准备全部筛选结果' }).click();
    await prepare.locator('[aria-invalid=true]').waitFor();
    await prepare.getByLabel('电话').fill('010-12345678');
    await prepare.getByRole('button', { name: '准备全部筛选结果' }).click();
    await prepare.getByText('完成 1 份，跳过 1 份').waitFor();
    expect(await prepare.getByRole('list', { name: '跳过的' }).innerText()).toMatch(/^没有档案去向: ./);
    expect(await look(page, 'dispatch-prepare')).toEqual([]);
    await page.keyboard.press('Escape');

    const {
      body: {
        items: [{ id, serial }],
      },
    } = await people.clients.schoolAdmin.get('/api/dispatches');
    const list = page.getByRole('region', { name: '寄送记录' });
    await list.getByText(serial as string).waitFor();
    await page.getByLabel('运单表（XLSX 或 CSV）').setInputFiles({
      name: 'sheet.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`转档字,运单号\n${serial as string},EX123456789CN\n2020-0009,EX123456780CN\n`),
    });
    await page.getByRole('button', { name: '导入' }).click();
    await page.getByText('寄出 1，补登运单 0，无变化 0，跳过 1').waitFor();
    await page.getByText('第 3 行：没有对应的档案').waitFor();
    await list.getByText('EX123456789CN').waitFor();

    await reportReceipt(id as string);
    await page.reload();
    await list.getByText('已报告收到，待确认').waitFor();
    await page.getByRole('button', { name: '示例同学' }).click();
    const detail = page.getByRole('dialog', { name: '寄送详情' });
    const photograph = detail.getByRole('img', { name: '回执照片' });
    await photograph.waitFor();
    expect(
      await photograph.evaluate<number, { decode(): Promise<void>; readonly naturalWidth: number }>(async (image) => {
        await image.decode();
        return image.naturalWidth;
      }),
    ).toBe(40);
    const saved = page.waitForEvent('download');
    await detail.getByRole('button', { name: '转递单' }).click();
    expect((await saved).suggestedFilename()).toBe('dispatch-slip.pdf');
    expect(await look(page, 'dispatch-detail')).toEqual([]);
    await detail.getByRole('button', { name: '保存' }).click();
    await detail.locator('.tag', { hasText: '已收到' }).waitFor();
    await page.keyboard.press('Escape');

    await page.getByLabel('状态').selectOption('RECEIVED');
    await page.getByRole('button', { name: '打包（ZIP）' }).click();
    const archive = page.waitForEvent('download');
    await page.getByRole('region', { name: '批量打印' }).getByRole('button', { name: '下载' }).click();
    expect((await archive).suggestedFilename()).toMatch(/\.zip$/);
    const { rows } = await app.record.pool.query(
      `SELECT "action" FROM "audit_event" WHERE "schoolId" = $1 AND "action" LIKE 'DISPATCH%' ORDER BY "seq"`,
      [people.school.schoolId],
    );
    expect(rows.map(({ action }) => action as string)).toEqual([
      'DISPATCH_PREPARED',
      'DISPATCH_SENT',
      'DISPATCH_REPORTED',
      'DISPATCH_PHOTOGRAPH_READ',
      'DISPATCH_RECEIVED',
    ]);
    expect(await look(page, 'dispatch')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('X16 X30 R64 keeps a file at the school, prepares and sends a chosen one, and puts the live number on a slip whose number died', async () => {
    const people = await ready();
    const { school, graduate } = people;
    await createGraduate(app.record.pool, app.record, school, { name: '留校同学' });
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.schoolAdmin.cookie);
    await page.goto('/desk/dispatch');
    await page.getByRole('button', { name: '准备寄送' }).click();
    const prepare = page.getByRole('dialog', { name: '准备寄送' });
    await prepare.getByLabel('转递编号').selectOption('');
    await prepare.getByLabel('选择 留校同学').check();
    await prepare.getByLabel('留校原因').fill('暂未就业');
    await prepare.getByRole('button', { name: '所选留校保管（1）' }).click();
    await prepare.getByText('完成 1 份，跳过 0 份').waitFor();
    for (const [label, value] of Object.entries({ 经办人: '样例老师', 电话: '010-12345678', 回执寄回地址: '示例路2号', 邮编: '100083' }))
      await prepare.getByLabel(label).fill(value);
    await prepare.getByLabel('选择 示例同学').check();
    await prepare.getByRole('button', { name: '准备所选（1）' }).click();
    await prepare.getByText(/示例同学: \d{4}-0001/).waitFor();
    await page.keyboard.press('Escape');

    const list = page.getByRole('region', { name: '寄送记录' });
    await list.getByText('由学校保管').waitFor();
    await page.getByRole('button', { name: '示例同学' }).click();
    const detail = page.getByRole('dialog', { name: '寄送详情' });
    await detail.getByRole('button', { name: '登记寄出' }).click();
    await detail.locator('input[aria-invalid=true]').waitFor();
    await detail.getByLabel('运单号').fill('EX123456789CN');
    await detail.getByRole('button', { name: '登记寄出' }).click();
    await detail.locator('.tag', { hasText: '已寄出' }).waitFor();

    await submit(app.record, school, graduate, 'DOSSIER', { ...homeDossier, address: '新址9号' }, [], Date.now());
    expect((await run(app.record, graduate.graduateId, adminActor(school), 'ISSUE_TRANSFER_NUMBER', { kind: 'DOSSIER' })).code).toBe(
      'APPLIED',
    );
    await page.goto('/desk/dispatch?attention=dead');
    await page.getByText('共 1 行').waitFor();
    await page.getByRole('button', { name: '示例同学' }).click();
    await detail.getByRole('button', { name: '换发转递单' }).click();
    await detail.getByText('转递编号已失效').waitFor({ state: 'detached' });
    expect(await look(page, 'dispatch-reissued')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R63 marks an overdue receipt, on a phone too; a college reviewer reads and changes nothing', async () => {
    const people = await ready();
    const id = await sentDispatch(app.record, people.graduate.graduateId);
    await app.record.pool.query('UPDATE "dispatch" SET "remindedAt" = app_now() WHERE "id" = $1', [id]);
    const { context, page, watch } = await openTab(browser, app.url, 'phone', people.clients.collegeReviewer.cookie);
    await page.goto('/desk/dispatch');
    await page.getByLabel('待处理').selectOption('overdue');
    await page.getByRole('region', { name: '寄送记录' }).getByText('逾期未收到回执').waitFor();
    expect(await page.getByRole('button', { name: '准备寄送' }).count()).toBe(0);
    await page.getByRole('button', { name: '示例同学' }).click();
    await page.getByRole('dialog', { name: '寄送详情' }).getByText('EX123456789CN').waitFor();
    expect(await page.getByRole('button', { name: '保存' }).count()).toBe(0);
    expect(await look(page, 'dispatch')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
