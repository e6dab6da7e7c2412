import type { Browser } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from '../api/support/people.ts';
import { checked, confirmed, registered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';
import { graduateActor, run, seenRecord } from '../support/record/commands.ts';
import { homeDossier } from '../support/record/contents.ts';
import { evidenceOf } from '../support/record/evidence.ts';
import { createGraduate } from '../support/record/graduates.ts';
import { auditOf } from '../support/record/snapshot.ts';

let app: TestApplication;
let browser: Browser;
let people: SchoolWithPeople;

beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(async () => {
  people = await schoolWithPeople(app, { name: '未核对同学' });
});

/** One more graduate of the same counsellor. */
async function another(name: string): Promise<SchoolWithPeople> {
  const { rows } = await app.record.pool.query<{ counsellorId: string }>('SELECT "counsellorId" FROM "graduate" WHERE "id" = $1', [
    people.graduate.graduateId,
  ]);
  return {
    ...people,
    graduate: await createGraduate(app.record.pool, app.record, people.school, { name, counsellorId: rows[0]?.counsellorId }),
  };
}

const auditedAs = async (graduateId: string) => (await auditOf(app.record, graduateId)).at(-1)?.action;

describe('the progress of classes', () => {
  it('X31 a counsellor sees who lacks what, reminds the marked, hears who was skipped and why, and takes the list along', async () => {
    await registered(app, await another('待确认同学'));
    await checked(app, await another('待登记同学'));
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.counsellor.cookie);
    await page.goto('/desk/progress');
    await page.getByRole('link', { name: '待核对信息 1 人' }).waitFor();
    const classes = page.getByRole('region', { name: '各班进度' });
    expect(
      await classes
        .getByRole('row', { name: /2027 示例学院 一班/ })
        .getByRole('cell')
        .allInnerTexts(),
    ).toEqual(['3', '1', '1', '1', '0', '0', '0', '0']);
    await page.getByRole('link', { name: '待核对信息 1 人' }).click();
    await page.getByText('共 1 行').waitFor();
    await page.getByRole('checkbox', { name: '选中 未核对同学' }).check();
    await page.getByRole('button', { name: '提醒所选（1 人）' }).click();
    await page.getByText('完成 1，跳过 0，处理中 0').waitFor();
    expect(await auditedAs(people.graduate.graduateId)).toBe('REMINDED_BY_STAFF');
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: '选中 未核对同学' }).check();
    await page.getByRole('button', { name: '提醒所选（1 人）' }).click();
    await page.getByText('完成 0，跳过 1，处理中 0').waitFor();
    expect(await page.getByRole('dialog').getByRole('listitem').innerText()).toMatch(/跳过 未核对同学.*：.+/);
    expect(await look(page, 'progress-reminded')).toEqual([]);
    await page.keyboard.press('Escape');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 CSV' }).click();
    expect((await saved).suggestedFilename()).toBe('chase-list.csv');
    await page.goBack();
    await page.getByText('共 3 行').waitFor();
    expect(await look(page, 'progress')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('X31 fits a phone', async () => {
    const { context, page, watch } = await openTab(browser, app.url, 'phone', people.clients.counsellor.cookie);
    await page.goto('/desk/progress');
    await page.getByRole('checkbox', { name: '选中 未核对同学' }).check();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await look(page, 'progress')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});

describe('today', () => {
  it('shows what waits for the desk and what comes next, and leads to it', async () => {
    await checked(app, people);
    await run(app.record, people.graduate.graduateId, graduateActor(people.graduate), 'SUBMIT_SECTION', {
      section: 'DOSSIER',
      content: homeDossier,
      evidenceIds: [],
      basedOn: null,
    });
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.collegeReviewer.cookie);
    await page.goto('/desk');
    const waits = page.getByRole('region', { name: '待办' }).getByRole('listitem');
    await waits.filter({ hasText: '待院审' }).getByText('1', { exact: true }).waitFor();
    expect(await waits.filter({ hasText: '待校审' }).innerText()).toContain('没有待办');
    await page.getByRole('region', { name: '2027 届日程' }).getByText('全国截止，未结事项关闭').waitFor();
    expect(await look(page, 'today')).toEqual([]);
    await page.getByRole('link', { name: '待院审' }).click();
    await page.getByRole('checkbox', { name: '选中 未核对同学' }).waitFor();
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});

describe('what graduates ask of the school', () => {
  it('R6 X29 is answered with words that survive a reload, and is then no longer open', async () => {
    const { graduate } = people;
    const photograph = await evidenceOf(app.record, graduate, 'ORIGIN');
    await run(app.record, graduate.graduateId, graduateActor(graduate), 'REQUEST_ORIGIN_CORRECTION', {
      region: '320102',
      note: '生源地应为南京',
      evidenceIds: [photograph],
    });
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.schoolAdmin.cookie);
    await page.goto('/desk/tickets');
    await page.getByRole('region', { name: '毕业生申请' }).getByText('生源地应为南京').waitFor();
    expect(await look(page, 'tickets')).toEqual([]);
    await page.getByRole('button', { name: '答复 未核对同学' }).click();
    await page.getByLabel('给毕业生的答复').fill('已核实，按学籍档案更正');
    await page.reload();
    await page.getByRole('button', { name: '答复 未核对同学' }).click();
    expect(await page.getByLabel('给毕业生的答复').inputValue()).toBe('已核实，按学籍档案更正');
    expect(await look(page, 'ticket-answer')).toEqual([]);
    await page.getByRole('button', { name: '已解决' }).click();
    await page.getByText('已答复 未核对同学').waitFor();
    await page.getByText('没有符合条件的申请').waitFor();
    const { rows } = await app.record.pool.query('SELECT "status", "answer" FROM "ticket" WHERE "graduateId" = $1', [graduate.graduateId]);
    expect(rows).toEqual([{ status: 'RESOLVED', answer: '已核实，按学籍档案更正' }]);
    await page.getByLabel('状态').selectOption('RESOLVED');
    await page.getByText('已核实，按学籍档案更正').waitFor();
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R22 a dispute stands in the list of confirmations with its words and its history', async () => {
    const { graduate } = people;
    await registered(app, people);
    await run(app.record, graduate.graduateId, graduateActor(graduate), 'DISPUTE', {
      digest: await seenRecord(app.record, graduate.graduateId),
      text: '单位名称有误',
      fields: ['entityName'],
    });
    await confirmed(app, await another('已确认同学'));
    const { context, page, watch } = await openTab(browser, app.url, 'phone', people.clients.counsellor.cookie);
    await page.goto('/desk/confirmations?status=DISPUTED');
    await page.getByText('单位名称：单位名称有误').waitFor();
    await page.getByText('共 1 行').waitFor();
    await page.getByRole('button', { name: '未核对同学 的确认记录' }).click();
    expect(await page.getByRole('dialog').getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('毕业生确认有误 → 确认有误'),
      expect.stringContaining('去向已上报 → 未确认'),
    ]);
    expect(await look(page, 'confirmations')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('X7 the province refuses a change after the cutoff with its reason', async () => {
    const { graduate, school } = people;
    const province = '990000';
    await app.record.pool.query('INSERT INTO "province" ("code", "name") VALUES ($1, $2) ON CONFLICT DO NOTHING', [province, '示例省']);
    await app.record.pool.query('UPDATE "school" SET "provinceCode" = $2 WHERE "id" = $1', [school.schoolId, province]);
    await app.record.pool.query(
      `INSERT INTO "cutoff_exception" ("id", "graduateId", "scope", "reason", "requestedBy", "requestedAt") VALUES ($1, $2, 'HUKOU', '无法落户', $3, app_now())`,
      [app.record.newId(), graduate.graduateId, school.staff.schoolAdmin],
    );
    const officer = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: province });
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', officer.cookie);
    await page.goto('/desk/exceptions');
    await page.getByRole('button', { name: '答复 未核对同学' }).click();
    expect(await look(page, 'exception-answer')).toEqual([]);
    await page.getByLabel('不同意的理由').fill('材料不足');
    await page.getByRole('button', { name: '不同意' }).click();
    await page.getByText('没有符合条件的申请').waitFor();
    await page.getByLabel('状态').selectOption('REFUSED');
    await page.getByText('材料不足').waitFor();
    expect(await look(page, 'exceptions')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
