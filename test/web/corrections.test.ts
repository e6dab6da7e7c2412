import type { Browser, Locator } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { confirmed, numbered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';
import { createGraduate } from '../support/record/graduates.ts';
import { snapshotOf } from '../support/record/snapshot.ts';

let app: TestApplication;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const another = async (people: SchoolWithPeople, overrides: Readonly<Record<string, unknown>>): Promise<SchoolWithPeople> => ({
  ...people,
  graduate: await createGraduate(app.record.pool, app.record, people.school, overrides),
});
const audited = async ({ graduate }: SchoolWithPeople): Promise<string[]> =>
  (
    await app.record.pool.query<{ line: string }>(
      `SELECT "action" || ' ' || array_to_string("fields", ',') AS "line" FROM "audit_event" WHERE "graduateId" = $1 AND "action" = 'BASIC_INFORMATION_CORRECTED'`,
      [graduate.graduateId],
    )
  ).rows.map(({ line }) => line);
const told = async ({ graduate }: SchoolWithPeople): Promise<string[]> =>
  (
    await app.record.pool.query<{ event: string }>(
      `SELECT "event" FROM "notification" WHERE "graduateId" = $1 AND "recipientKind" = 'GRADUATE'`,
      [graduate.graduateId],
    )
  ).rows.map(({ event }) => event);

const add = async (dialog: Locator, field: string): Promise<void> => {
  await dialog.getByLabel('要更正的信息').selectOption(field);
  await dialog.getByRole('button', { name: '添加' }).click();
};

describe('the school corrects basic information', () => {
  it('R7 R21 R24 X12 X21 of one from the record: what it means comes first, then the change; the graduate is told and 未确认', async () => {
    const people = await schoolWithPeople(app);
    await numbered(app, people);
    const { graduateId } = people.graduate;
    const before = await snapshotOf(app.record, graduateId);
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.schoolAdmin.cookie);
    await page.goto(`/desk/graduates/${graduateId}`);
    await page.getByText('登记确认: 确认无误').waitFor();
    await page.getByRole('button', { name: '更正基本信息' }).click();
    const dialog = page.getByRole('dialog', { name: '更正基本信息' });
    expect(await dialog.getByLabel('要更正的信息').locator('option').allInnerTexts()).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/手机|邮箱/)]),
    );
    await add(dialog, 'graduatedAt');
    const month = dialog.getByLabel('毕业时间');
    expect(await month.inputValue()).toBe('202706');
    await month.fill('202699');
    await dialog.getByLabel('更正原因').fill('学籍更正');
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByText('年月不存在').waitFor();
    await month.fill('202612');
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByText('将更正 1 人：1 人的登记确认退回“未确认”，2 个编号失效。').waitFor();
    expect(await look(page, 'correction-preview')).toEqual([]);
    expect(await snapshotOf(app.record, graduateId)).toEqual(before);

    await dialog.getByRole('button', { name: '确认更正' }).click();
    await page.getByText('已更正基本信息').waitFor();
    await page.getByText('登记确认: 未确认').waitFor();
    expect(await look(page, 'correction-done')).toEqual([]);
    expect(await audited(people)).toEqual(['BASIC_INFORMATION_CORRECTED graduatedAt']);
    expect((await told(people)).length).toBeGreaterThan(0);
    await page.getByRole('button', { name: '更正基本信息' }).click();
    await dialog.getByText('请先选择要更正的信息').waitFor();
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R7 X22 the type of a document goes with its number; what is typed survives a reload, and an edit in between is refused', async () => {
    const people = await schoolWithPeople(app);
    const { graduateId } = people.graduate;
    const { context, page, watch } = await openTab(browser, app.url, 'phone', people.clients.schoolReviewer.cookie);
    await page.goto(`/desk/graduates/${graduateId}`);
    await page.getByRole('button', { name: '更正基本信息' }).click();
    const dialog = page.getByRole('dialog', { name: '更正基本信息' });
    await add(dialog, 'idType');
    await dialog.getByLabel('证件类型').selectOption({ label: '护照' });
    await dialog.getByLabel('更正原因').fill('以护照入学');
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByText('证件号码：必填').waitFor();
    await add(dialog, 'idNumber');
    await dialog.getByLabel('证件号码').fill('E12345678');
    await page.reload();
    await page.getByRole('button', { name: '更正基本信息' }).click();
    await dialog.getByText('上次未发出的内容已保留').waitFor();
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByRole('button', { name: '确认更正' }).waitFor();
    expect(await look(page, 'correction-of-document')).toEqual([]);
    expect(
      (
        await people.clients.schoolAdmin.post(`/api/graduates/${graduateId}/basic-information/correction`, {
          changes: { schoolingYears: '5' },
          reason: '学制有误',
        })
      ).status,
    ).toBe(200);
    await dialog.getByRole('button', { name: '确认更正' }).click();
    await dialog.getByRole('button', { name: '预览影响' }).waitFor();
    await dialog.getByRole('button', { name: '确认更正' }).waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByRole('button', { name: '确认更正' }).click();
    await page.getByText('已更正基本信息').waitFor();
    expect((await people.clients.schoolAdmin.get(`/api/graduates/${graduateId}`)).body.basic).toMatchObject({
      idType: 'PASSPORT',
      idNumber: 'E1*****78',
      schoolingYears: '5',
    });
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R7 R21 R38 of many who are marked, with what became of each', async () => {
    const people = await schoolWithPeople(app, { name: '已有编号' });
    const [confirming, equal] = [await another(people, { name: '已经确认' }), await another(people, { name: '专业相同', major: '哲学史' })];
    await numbered(app, people);
    await confirmed(app, confirming);
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.schoolAdmin.cookie);
    await page.goto('/desk/graduates');
    await page.getByText('共 3 行').waitFor();
    expect(await page.getByRole('button', { name: '更正选中的 0 人' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '选中已显示的' }).click();
    await page.getByRole('button', { name: '更正选中的 3 人' }).click();
    const dialog = page.getByRole('dialog', { name: '更正 3 人的基本信息' });
    const offered = await dialog.getByLabel('要更正的信息').locator('option').allInnerTexts();
    for (const field of ['姓名', '证件号码', '考生号', '学号', '手机号码']) expect(offered).not.toContain(field);
    await add(dialog, 'major');
    await dialog.getByLabel('专业').fill('哲学史');
    await add(dialog, 'hukouInSchool');
    await dialog.getByLabel('户口是否转入学校').selectOption('true');
    await add(dialog, 'graduatedAt');
    await dialog.getByLabel('毕业时间').fill('202612');
    await dialog.getByLabel('更正原因').fill('培养方案更名');
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByText('将更正 3 人：2 人的登记确认退回“未确认”，2 个编号失效。').waitFor();
    await dialog.getByText(/已有编号.*核验编号失效 1 个，转递编号失效 1 个/).waitFor();
    await dialog.getByRole('button', { name: /^不更正.*毕业时间/ }).click();
    expect(await dialog.getByRole('button', { name: '确认更正' }).count()).toBe(0);
    await dialog.getByRole('button', { name: '预览影响' }).click();
    await dialog.getByText('不会更正 1 人').waitFor();
    expect(await dialog.getByText(/专业相同 \d+：/).count()).toBe(1);
    expect(await look(page, 'corrections-preview')).toEqual([]);
    await dialog.getByRole('button', { name: '确认更正' }).click();
    const outcomes = page.getByRole('dialog', { name: '处理结果' });
    await outcomes.getByText('完成 2，跳过 1，处理中 0').waitFor();
    expect(await look(page, 'corrections-outcomes')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '更正选中的 0 人' }).waitFor();
    expect([await audited(people), await audited(confirming), await audited(equal)]).toEqual([
      ['BASIC_INFORMATION_CORRECTED major'],
      ['BASIC_INFORMATION_CORRECTED major'],
      [],
    ]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R7 a college, and the counsellor, may look and not correct', async () => {
    const people = await schoolWithPeople(app);
    for (const client of [people.clients.collegeAdmin, people.clients.counsellor]) {
      const { context, page, watch } = await openTab(browser, app.url, 'desktop', client.cookie);
      await page.goto('/desk/graduates');
      await page.getByText('共 1 行').waitFor();
      expect([
        await page.getByRole('button', { name: /更正/ }).count(),
        await page.getByRole('checkbox', { name: /选中/ }).count(),
      ]).toEqual([0, 0]);
      await page.getByRole('link', { name: '示例同学' }).click();
      await page.getByRole('region', { name: '基本信息' }).waitFor();
      expect(await page.getByRole('button', { name: '更正基本信息' }).count()).toBe(0);
      expect(watch.complaints).toEqual([]);
      await context.close();
    }
  });
});
