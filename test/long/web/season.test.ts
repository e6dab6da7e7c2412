import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { submitCommand } from '../../../api/commands/submit-command.ts';
import { createStatementPort } from '../../../api/statements/printed-statements.ts';
import { graduateWorkflowId } from '../../../domain/lifecycle/workflow-id.ts';
import { standingQueryName, type StandingReport } from '../../../domain/lifecycle/messages.ts';
import { openApplication, type TestApplication } from '../../api/support/application.ts';
import { staffClient } from '../../api/support/people.ts';
import type { Client } from '../../api/support/client.ts';
import { launchBrowser, look, openTab, type Watch } from '../../support/browser/browser.ts';
import type { Person } from '../../support/identity/new-person.ts';
import { personOnRoster } from '../../support/identity/person-on-roster.ts';
import { readPdf } from '../../support/pdf/read-pdf.ts';
import { stackAddresses } from '../../support/stack/addresses.ts';
import { startTestWorker, type TestWorker } from '../../support/temporal/test-worker.ts';

let app: TestApplication;
let worker: TestWorker;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([
    openApplication({
      replace: ({ pool, rulePacks, newId }, { logger }) => ({
        submitCommand: (request) =>
          submitCommand(
            { pool, rulePacks, newId, logger, client: worker.client, taskQueue: worker.taskQueue, clockOffsetMs: () => Promise.resolve(0) },
            request,
          ),
        statements: {
          forGrant: (...request) => statements().forGrant(...request),
          forTransferNumber: (...request) => statements().forTransferNumber(...request),
          preview: (...request) => statements().preview(...request),
        },
      }),
    }),
    launchBrowser(),
  ]);
  worker = await startTestWorker(app.record);
});
afterAll(async () => {
  await browser.close();
  await worker.stop();
  await app.close();
});

function statements() {
  const { statements: source, files, contentKey, certificate } = worker.dependencies.printing;
  return createStatementPort({ ...source, files, contentKey, certificate, client: worker.client, taskQueue: worker.taskQueue });
}

interface Season {
  readonly person: Person;
  readonly graduateId: string;
  readonly reviewers: readonly Client[];
}

/** A graduate who has never signed in, and the two desks. */
async function newSeason(): Promise<Season> {
  const {
    person,
    graduateId,
    school: { schoolId, collegeId, staff },
  } = await personOnRoster(app.record);
  return {
    person,
    graduateId,
    reviewers: [
      await staffClient(app, staff.collegeReviewer, { role: 'COLLEGE_REVIEWER', schoolId, collegeId }),
      await staffClient(app, staff.schoolReviewer, { role: 'SCHOOL_REVIEWER', schoolId }),
    ],
  };
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const pictureOf = (page: Page, name: string) =>
  look(page, `season-${name}`).then((barriers) => expect([name, barriers]).toEqual([name, []]));

async function chooseRegion(page: Page): Promise<void> {
  const field = page.locator('.region-picker');
  for (const [index, code] of ['110000', '110100', '110108'].entries()) await field.locator('select').nth(index).selectOption(code);
}

/** Back to the list of modules, on to one of them by its link. */
async function openModule(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: '‹ 我的登记' }).click();
  await page
    .getByRole('list', { name: '五个模块' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function approve(reviewers: readonly Client[], graduateId: string, section: string): Promise<void> {
  for (const reviewer of reviewers) {
    const { body } = await reviewer.get(`/api/graduates/${graduateId}`);
    expect((await reviewer.post(`/api/reviews/${body.sections[section].latest.id}/decision`, { decision: 'APPROVE' })).status).toBe(200);
  }
}

async function signIn(page: Page, { sub, password }: Person): Promise<void> {
  await page.goto('/');
  await pictureOf(page, '01-entry');
  await page.getByRole('link', { name: '毕业生' }).click();
  await page.fill('[name=sub]', sub);
  await page.fill('[name=password]', password);
  await page.click('button[type=submit]');
  await button(page, '我已阅读并同意').waitFor();
  await pictureOf(page, '02-notice');
  await button(page, '我已阅读并同意').click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  await pictureOf(page, '03-hub');
}

async function submitSections(page: Page): Promise<void> {
  await page
    .getByRole('list', { name: '五个模块' })
    .getByRole('link', { name: /^毕业去向/ })
    .click();
  await page.getByLabel('毕业去向类别').selectOption('80');
  await page.getByLabel('升学院校名称').fill('示例理工大学');
  const letter = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#f2efe6' } })
    .jpeg()
    .toBuffer();
  await page.locator('input[type=file]').setInputFiles({ name: 'letter.jpg', mimeType: 'image/jpeg', buffer: letter });
  await page.getByRole('img', { name: '材料 1' }).waitFor();
  await pictureOf(page, '05-destination');
  await button(page, '提交审核').click();
  await page.getByText('院系审核中').waitFor();
  await pictureOf(page, '06-destination-waiting');
  await openModule(page, '档案');
  await page.getByLabel('转递（迁移）类型').selectOption('HOME');
  await chooseRegion(page);
  for (const [label, text] of [
    ['接收单位名称', '北京市海淀区人力资源公共服务中心（示例）'],
    ['地址', '示例路1号'],
    ['情况说明', '转回生源地'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(text);
  await pictureOf(page, '07-dossier');
  await button(page, '提交审核').click();
  await page.getByText('院系审核中').waitFor();
  await openModule(page, '户口');
  await page.getByLabel('转递（迁移）类型').selectOption('HOME');
  await chooseRegion(page);
  await pictureOf(page, '08-hukou');
  await button(page, '提交审核').click();
  await page.getByText('院系审核中').waitFor();
}

/** The clerk's tab, in a browser of its own. */
async function verify(number: string, answer: string, picture: string): Promise<void> {
  const { context, page } = await openTab(browser, app.url, 'desktop');
  await page.goto('/verification/dossier');
  await page.fill('#name', '示例同学');
  await page.fill('#number', number);
  await button(page, '核验').click();
  await page.getByRole('heading', { name: answer, exact: true }).waitFor();
  await pictureOf(page, picture);
  await context.close();
}

/** What the provider's own pages say is not ours to judge. */
const ours = ({ complaints }: Watch): string[] =>
  complaints.filter((line) => line !== `asked elsewhere: ${new URL(stackAddresses().identity.issuer).host}`);

it('R2–R51 a whole season on a phone: sign-in, consent, check, three sections, confirmation, proofing, grant, statement, verification, close', async () => {
  const { person, graduateId, reviewers } = await newSeason();
  const { page, watch } = await openTab(browser, app.url, 'phone');
  await signIn(page, person);
  await page.getByRole('link', { name: '核对学校上传的基本信息' }).click();
  await pictureOf(page, '04-basic');
  await button(page, '信息确认无误').click();
  await page.getByText('已确认无误').waitFor();
  await page.getByRole('link', { name: '‹ 我的登记' }).click();
  await submitSections(page);
  for (const section of ['DESTINATION', 'DOSSIER', 'HUKOU']) await approve(reviewers, graduateId, section);
  // Reviews take days; the graduate comes back.
  await page.goto('/me');
  await page.getByText('确认登记信息').waitFor();
  await page
    .getByRole('list', { name: '五个模块' })
    .getByRole('link', { name: /^登记确认/ })
    .click();
  await pictureOf(page, '09-confirmation');
  await button(page, '信息无误，确认登记去向').click();
  await page.getByRole('status').getByText('确认无误').waitFor();

  await openModule(page, '核验授权');
  await page
    .getByRole('region', { name: '档案', exact: true })
    .getByRole('radio', { name: /一个月/ })
    .check();
  await pictureOf(page, '10-grants');
  await page.getByRole('region', { name: '档案', exact: true }).getByRole('link', { name: '先完成实人认证' }).click();
  await page.getByRole('button', { name: /通过认证/ }).click();
  const form = page.getByRole('region', { name: '档案', exact: true });
  expect(await form.getByRole('radio', { name: /一个月/ }).isChecked()).toBe(true);
  await button(page, '授权档案核验').click();
  const number = await page.locator('.number').innerText();
  await button(page, '生成').click();
  await page.getByRole('link', { name: '查看' }).waitFor();
  await pictureOf(page, '11-number');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '保存' }).click()]);
  expect(download.suggestedFilename()).toBe('statement.pdf');
  expect((await readPdf(await readFile(await download.path()))).text.replace(/\s/g, '')).toContain(number.replaceAll(' ', ''));

  await verify(number, '有效', '12-verification');
  await page.reload();
  await page.getByText('档案 · 输入编号').waitFor();
  await pictureOf(page, '13-who-looked');
  for (const [picture, name, heading] of [
    ['14-inbox', '消息和公告', '消息和公告'],
    ['15-file', '我的档案在哪里', '我的档案在哪里'],
    ['16-data', '我的数据', '我的数据'],
  ] as const) {
    await page.getByRole('link', { name: '‹ 我的登记' }).click();
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.waitForLoadState('networkidle');
    await pictureOf(page, picture);
  }
  await openModule(page, '核验授权');
  await button(page, '关闭授权').click();
  await pictureOf(page, '17-close');
  await button(page, '确定关闭').click();
  await page.getByRole('region', { name: '档案', exact: true }).getByText('已关闭').waitFor();
  await verify(number, '已关闭', '18-closed');
  await page.getByRole('link', { name: '‹ 我的登记' }).click();
  await page.getByRole('heading', { name: '下一步' }).waitFor();
  await pictureOf(page, '19-hub');
  const standing = await worker.client.workflow.getHandle(graduateWorkflowId(graduateId)).query<StandingReport>(standingQueryName);
  expect(standing).toMatchObject({ stage: 'CONFIRMED', commandsHandled: 13 });
  expect(ours(watch)).toEqual([]);
}, 300_000);
