import { readFile, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { submitCommand } from '../../../api/commands/submit-command.ts';
import { createStatementPort } from '../../../api/statements/printed-statements.ts';
import { identityIndex } from '../../../infra/identity/identity-index.ts';
import { openApplication, type TestApplication } from '../../api/support/application.ts';
import { schoolWithPeople } from '../../api/support/people.ts';
import { launchBrowser, look, openTab } from '../../support/browser/browser.ts';
import { smallPng } from '../../support/browser/small-png.ts';
import { readPdf } from '../../support/pdf/read-pdf.ts';
import { createGraduate } from '../../support/record/graduates.ts';
import { stackAddresses } from '../../support/stack/addresses.ts';
import { startTestWorker, type TestWorker } from '../../support/temporal/test-worker.ts';

let app: TestApplication;
let worker: TestWorker;
let browser: Browser;

beforeAll(async () => {
  app = await openApplication({
    replace: ({ pool, rulePacks, newId }, { logger }) => ({
      submitCommand: (request) => submitCommand({ pool, rulePacks, newId, logger, client: worker.client, taskQueue: worker.taskQueue, clockOffsetMs: () => Promise.resolve(0) }, request),
      statements: {
        forGrant: (...request) => statements().forGrant(...request),
        forTransferNumber: (...request) => statements().forTransferNumber(...request),
        preview: (...request) => statements().preview(...request),
      },
    }),
  });
  [worker, browser] = await Promise.all([startTestWorker(app.record), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await worker?.stop();
  await app?.close();
});

function statements() {
  const { statements: source, files, contentKey, certificate } = worker.dependencies.printing;
  return createStatementPort({ ...source, files, contentKey, certificate, client: worker.client, taskQueue: worker.taskQueue });
}

/** Somebody at the provider, on the roster of a school with people at its desks. */
async function newcomer() {
  const person = { sub: `season-${process.pid}`, password: 'sample', name: '示例同学', idType: 'PASSPORT', idNumber: `E${process.pid}77` };
  const { accountsFile } = stackAddresses().identity;
  await writeFile(accountsFile, JSON.stringify([...JSON.parse(await readFile(accountsFile, 'utf8')) as unknown[], person]));
  const people = await schoolWithPeople(app);
  const { pool, index } = app.record;
  const { graduateId } = await createGraduate(pool, app.record, people.school, { accountId: null, idType: 'PASSPORT', idNumberIndex: identityIndex(index, 'PASSPORT', person.idNumber), name: '示例同学' });
  return { person, people, graduateId };
}

it('R6–R31 R49 a graduate’s whole season on a phone: from the provider’s page to a number that verifies, and its end', async () => {
  const { person, people: { clients }, graduateId } = await newcomer();
  const { page, context, watch } = await openTab(browser, app.url, 'phone');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const seen = async (name: string): Promise<void> => expect(await look(page, `season-${name}`)).toEqual([]);

  await page.goto('/');
  await page.getByRole('link', { name: '毕业生' }).click();
  await page.locator('[name=sub]').fill(person.sub);
  await page.locator('[name=password]').fill(person.password);
  await page.locator('button[type=submit]').click();
  await page.getByRole('heading', { name: '个人信息处理告知' }).waitFor();
  await seen('consent');
  await button('我已阅读并同意').click();
  await page.getByRole('link', { name: '核对学校上传的基本信息' }).click();
  await button('信息确认无误').click();
  await page.getByText('已确认无误').waitFor();
  await page.getByRole('link', { name: '‹ 我的登记' }).click();

  await page.getByRole('link', { name: '登记毕业去向' }).click();
  await page.getByLabel('毕业去向类别').selectOption('80');
  await page.getByLabel('升学院校名称').fill('示例理工大学');
  await page.locator('input[type=file]').setInputFiles({ name: 'letter.png', mimeType: 'image/png', buffer: smallPng });
  await page.getByRole('img', { name: '材料 1' }).waitFor();
  await button('提交审核').click();
  await page.getByText('院系审核中').waitFor();
  await seen('in-review');
  await page.goto(`/me/${graduateId}/dossier`);
  await page.getByLabel('转递（迁移）类型').selectOption('HOME');
  await page.getByLabel('所在地: 省份').selectOption('110000');
  await page.getByLabel('所在地: 城市').selectOption('110100');
  await page.getByLabel('所在地: 区县').selectOption('110108');
  for (const [label, text] of [['接收单位名称', '示例人才服务中心'], ['地址', '示例路1号'], ['情况说明', '转回生源地']] as const) await page.getByLabel(label, { exact: true }).fill(text);
  await button('提交审核').click();
  await page.getByText('院系审核中').waitFor();

  for (const reviewer of [clients.collegeReviewer, clients.schoolReviewer]) {
    for (const { versionId } of (await reviewer.get('/api/reviews')).body.items as { versionId: string }[]) await reviewer.post(`/api/reviews/${versionId}/decision`, { decision: 'APPROVE' });
  }
  await page.goto(`/me/${graduateId}`);
  await page.getByRole('link', { name: '确认登记信息' }).click();
  await button('信息无误，确认登记去向').click();
  await page.getByRole('status').getByText('确认无误').waitFor();
  await seen('confirmed');

  await page.goto(`/me/${graduateId}/grants`);
  await page.getByRole('link', { name: '先完成实人认证' }).first().click();
  await page.locator('button[type=submit]').click();
  await button('授权档案核验').click();
  await page.getByRole('heading', { name: '档案核验编号' }).waitFor();
  await seen('granted');
  const number = await page.locator('.number').innerText();
  await button('生成').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '保存' }).click()]);
  const { text } = await readPdf(new Uint8Array(await readFile(await download.path())));
  expect(text.replace(/\s/g, '')).toContain(number.replace(/\s/g, ''));

  const clerk = await openTab(browser, app.url, 'desktop');
  await clerk.page.goto('/verification/dossier');
  await clerk.page.locator('#name').fill('示例同学');
  await clerk.page.locator('#number').fill(number);
  await clerk.page.locator('form button[type=submit]').click();
  await clerk.page.locator('#answer.valid').waitFor();
  await page.reload();
  await page.getByText(/档案 · 输入编号/).waitFor();
  await button('关闭授权').first().click();
  await button('确定关闭').click();
  await page.getByText('以前的授权').waitFor();
  await clerk.page.locator('form button[type=submit]').click();
  await clerk.page.locator('#answer.refused').waitFor();
  expect(await look(clerk.page, 'season-refused')).toEqual([]);
  expect([...watch.complaints.filter((line) => !line.startsWith('asked elsewhere')), ...clerk.watch.complaints]).toEqual([]);
  await Promise.all([context.close(), clerk.context.close()]);
});
