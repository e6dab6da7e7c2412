import type { Browser, Page } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { checked, confirmed, numbered, registered } from '../api/support/stages.ts';
import { homeDossier } from '../support/record/contents.ts';
import { launchBrowser, look, openTab, type Watch } from '../support/browser/browser.ts';
import { smallPng } from '../support/browser/small-png.ts';

let app: TestApplication;
let browser: Browser;
let people: SchoolWithPeople;
let page: Page;
let watch: Watch;
let close: () => Promise<void>;

beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

async function open(prepare?: (app: TestApplication, people: SchoolWithPeople) => Promise<unknown>): Promise<void> {
  people = await schoolWithPeople(app);
  await prepare?.(app, people);
  const tab = await openTab(browser, app.url, 'phone', people.clients.graduate.cookie);
  ({ page, watch } = tab);
  close = () => tab.context.close();
}
afterEach(async () => {
  expect(watch.complaints).toEqual([]);
  await close();
});

const at = (path = '') => page.goto(`/me/${people.graduate.graduateId}${path}`);
const own = () => people.clients.graduate.get(`/api/graduates/${people.graduate.graduateId}`).then(({ body }) => body);
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('a graduate on a phone', () => {
  it('R6 R10 sees what to do next and what is locked, and checks the basic information', async () => {
    await open();
    await at();
    await page.getByRole('heading', { name: '下一步' }).waitFor();
    expect(await page.getByRole('list', { name: '五个模块' }).getByRole('listitem').count()).toBe(6);
    expect(await look(page, 'own-hub')).toEqual([]);
    await page.getByRole('link', { name: '核对学校上传的基本信息' }).click();
    await button('信息确认无误').waitFor();
    expect(await look(page, 'own-basic')).toEqual([]);
    await button('信息确认无误').click();
    await page.getByText('已确认无误').waitFor();
    expect((await own()).basicCheck).toBe('CHECKED');
  });

  it('R6 reports what is wrong with it', async () => {
    await open();
    await at('/basic');
    await page.getByText('信息有误', { exact: true }).click();
    await page.getByLabel('班级').check();
    await page.getByLabel('正确的是什么').fill('应为二班');
    expect(await look(page, 'own-basic-wrong')).toEqual([]);
    await button('提交给学校').click();
    await page.getByRole('heading', { name: '我的反馈' }).waitFor();
    expect((await own()).tickets[0]).toMatchObject({ fields: ['className'], note: '应为二班', status: 'OPEN' });
  });

  it('F2 R14 R18 registers a destination: the form follows the category, asks for its evidence, keeps what was typed through a reload', async () => {
    await open(checked);
    await at('/destination');
    await page.getByLabel('毕业去向类别').selectOption('70');
    expect(await page.getByLabel('升学院校名称').count()).toBe(0);
    await page.getByLabel('毕业去向类别').selectOption('80');
    await button('提交审核').click();
    await page.getByText('必填').waitFor();
    await page.getByLabel('升学院校名称').fill('示例理工大学');
    await page.getByText('须上传证明材料').waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'letter.png', mimeType: 'image/png', buffer: smallPng });
    await page.getByRole('img', { name: '材料 1' }).waitFor();
    await page.reload();
    await page.getByText('已恢复上次未提交的内容').waitFor();
    expect(await page.getByLabel('升学院校名称').inputValue()).toBe('示例理工大学');
    expect(await look(page, 'own-destination-form')).toEqual([]);
    await button('提交审核').dblclick();
    await page.getByText('院系审核中').waitFor();
    expect(await look(page, 'own-destination-review')).toEqual([]);
    const { sections } = await own();
    expect(sections.DESTINATION).toMatchObject({
      status: 'COLLEGE_REVIEW',
      latest: { content: { code: '80', entityName: '示例理工大学' }, evidence: [{ mediaType: expect.stringMatching(/^image\//) }] },
    });
    const { rows } = await app.record.pool.query(
      `SELECT count(*)::int AS n FROM "command" WHERE "graduateId" = $1 AND "type" = 'SUBMIT_SECTION'`,
      [people.graduate.graduateId],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('R14 R15 corrects what was returned, with the reviewer’s words at the field, and submits it again', async () => {
    await open(checked);
    const { graduate, collegeReviewer } = people.clients;
    const own = `/api/graduates/${people.graduate.graduateId}`;
    const submitted = await graduate.post(`${own}/sections/DOSSIER/submissions`, { content: homeDossier, evidenceIds: [], basedOn: null });
    const versionId = submitted.body.command.ids.versionId;
    await collegeReviewer.post(`/api/reviews/${versionId}/decision`, {
      decision: 'RETURN',
      reason: 'WRONG_ADDRESS',
      text: '地址请写到门牌号',
      fields: ['address'],
    });
    await at('/dossier');
    await page.getByText('审核意见：地址请写到门牌号').waitFor();
    expect(await look(page, 'own-dossier-returned')).toEqual([]);
    await page.getByLabel('地址', { exact: true }).fill('示例路1号3栋');
    await button('提交审核').click();
    await page.getByText('院系审核中').waitFor();
    expect((await graduate.get(own)).body.sections.DOSSIER).toMatchObject({
      status: 'COLLEGE_REVIEW',
      latest: { content: { address: '示例路1号3栋' } },
    });
    await page.getByText('历次提交').click();
    const [second, first] = [page.locator('.timeline > li').nth(0), page.locator('.timeline > li').nth(1)];
    await second.getByText('示例路1号3栋').waitFor();
    expect(await second.locator('.changes li').count()).toBe(1);
    await first.getByText('地址请写到门牌号').waitFor();
    expect(await look(page, 'own-dossier-versions')).toEqual([]);
  });

  it('R14 sees a desk’s decision on a page that stayed open, and stops asking when nothing is in hand', async () => {
    await open(checked);
    const { graduate, collegeReviewer } = people.clients;
    const own = `/api/graduates/${people.graduate.graduateId}`;
    const { body } = await graduate.post(`${own}/sections/DOSSIER/submissions`, { content: homeDossier, evidenceIds: [], basedOn: null });
    await page.clock.install();
    await at();
    const dossier = page.getByRole('list', { name: '五个模块' }).getByRole('link', { name: /^档案/ });
    await dossier.getByText('院系审核中').waitFor();
    await collegeReviewer.post(`/api/reviews/${body.command.ids.versionId}/decision`, {
      decision: 'RETURN',
      reason: 'WRONG_ADDRESS',
      text: '地址有误',
      fields: ['address'],
    });
    await page.clock.runFor(31_000);
    await dossier.getByText('已退回').waitFor();
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith(own)) asked += 1;
    });
    await page.clock.runFor(120_000);
    expect(asked).toBe(0);
  });

  it('R21 R32 says before a change that the confirmation falls back and numbers die', async () => {
    await open(numbered);
    await at('/dossier');
    await button('修改').click();
    await page.getByLabel('接收单位名称').fill('另一处人才服务中心（示例）');
    await page.getByText('回到“未确认”').waitFor();
    await page.getByText('2 个编号将失效').waitFor();
    expect(await look(page, 'own-dossier-consequences')).toEqual([]);
  });

  it('a network that is gone costs nothing: the page says so, and what was pressed once is done once', async () => {
    await open(registered);
    await at('/confirmation');
    await button('信息无误，确认登记去向').waitFor();
    expect(await look(page, 'own-confirmation')).toEqual([]);
    await page.context().setOffline(true);
    await button('信息无误，确认登记去向').click();
    await page.getByText('恢复后会自动继续提交').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('status').getByText('确认无误').waitFor();
    expect((await own()).confirmation).toMatchObject({ status: 'CONFIRMED' });
  });

  it('R26 R27 R31 grants verification with an end, reads the number in groups, and closes it after being asked', async () => {
    await open(confirmed);
    await at('/grants');
    await page
      .getByRole('radio', { name: /一个月/ })
      .first()
      .check();
    await button('授权档案核验').click();
    await page.getByRole('heading', { name: '档案核验编号' }).waitFor();
    const {
      grants: {
        grants: [grant],
      },
    } = await own();
    expect(await page.locator('.number').innerText()).toBe(grant.verificationNumberGrouped);
    expect(await look(page, 'own-grants-live')).toEqual([]);
    await button('关闭授权').click();
    await button('确定关闭').click();
    await page.getByText('以前的授权').waitFor();
    expect((await own()).grants.grants[0].status).toBe('CLOSED');
    expect(await look(page, 'own-grants-closed')).toEqual([]);
  });

  it('R54 reads messages, where the file is, and what is kept', async () => {
    await open(numbered);
    await at('/inbox');
    await page.getByText('未读').first().waitFor();
    await page.locator('details').last().locator('summary').click();
    expect(await look(page, 'own-inbox')).toEqual([]);
    await at('/dossier-file');
    await page.getByText('学校尚未寄出您的档案').waitFor();
    expect(await look(page, 'own-file')).toEqual([]);
    await at('/data');
    await page.getByText('我的记录发生过什么').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), button('下载我的数据（JSON）').click()]);
    expect(download.suggestedFilename()).toBe('my-registration.json');
    expect(await look(page, 'own-data')).toEqual([]);
  });

  it('a session that ends in the middle of a form leads back to it with what was typed', async () => {
    await open(checked);
    await at('/dossier');
    await page.getByLabel('转递（迁移）类型').selectOption('CUSTODIAN');
    await page.getByLabel('接收单位名称').fill('示例人才中心');
    await app.record.pool.query('DELETE FROM "session" WHERE "accountId" = $1', [people.graduate.accountId]);
    await button('提交审核').click();
    await page.getByLabel('接收单位名称').fill('示例人才服务中心');
    await page.getByRole('alert').getByText('登录已过期').waitFor();
    expect(await page.getByRole('link', { name: '登录', exact: true }).getAttribute('href')).toContain(encodeURIComponent('/dossier'));
    expect(await page.getByLabel('接收单位名称').inputValue()).toBe('示例人才服务中心');
  });
});
