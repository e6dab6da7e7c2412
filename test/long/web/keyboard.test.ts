import type { Browser } from 'playwright-core';
import { ReceivingUnit } from '../../../domain/directory/receiving-unit.ts';
import { addUnit } from '../../../infra/directory/unit-store.ts';
import { seedSchool } from '../../../prisma/seed/seed-school.ts';
import type { TestApplication } from '../../api/support/application.ts';
import { schoolWithPeople, staffClient } from '../../api/support/people.ts';
import { checked } from '../../api/support/stages.ts';
import { launchBrowser, openTab } from '../../support/browser/browser.ts';
import { keyboardOf } from '../../support/browser/keyboard.ts';
import { smallPng } from '../../support/browser/small-png.ts';
import { adminActor } from '../../support/record/commands.ts';
import { sheetWithMistakes } from '../../support/roster/sheet-with-mistakes.ts';
import { openWithRosterWorker } from '../../support/roster/with-roster-worker.ts';
import type { TestWorker } from '../../support/temporal/test-worker.ts';

let app: TestApplication;
let worker: TestWorker;
let browser: Browser;

beforeAll(async () => {
  [{ app, worker }, browser] = await Promise.all([openWithRosterWorker(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await worker?.stop();
  await app?.close();
});

it('R14 R21 R27 a graduate registers, confirms and grants by the keyboard alone, and always sees where the focus is', async () => {
  const people = await schoolWithPeople(app);
  await checked(app, people);
  const { graduateId } = people.graduate;
  const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.graduate.cookie);
  const keys = keyboardOf(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const openModule = (name: RegExp) => keys.press(page.getByRole('list', { name: '五个模块' }).getByRole('link', { name }));
  await page.goto(`/me/${graduateId}`);
  await keys.press(page.getByRole('link', { name: '跳到正文' }));
  await openModule(/^毕业去向/);
  await page.getByRole('main').and(page.locator(':focus')).waitFor();

  await keys.choose(page.getByLabel('毕业去向类别'), '80');
  await keys.press(button('提交审核'));
  await page.getByText('必填').waitFor();
  // The first field that is wrong has taken the focus: nobody has to look for it.
  await page.getByLabel('升学院校名称').and(page.locator(':focus')).waitFor();
  await keys.type(page.getByLabel('升学院校名称'), '示例理工大学');
  await (await keys.pickFile(page.locator('input[type=file]'))).setFiles({ name: 'letter.png', mimeType: 'image/png', buffer: smallPng });
  await page.getByRole('img', { name: '材料 1' }).waitFor();
  await keys.press(button('提交审核'));
  await page.getByText('院系审核中').waitFor();
  for (const desk of [people.clients.collegeReviewer, people.clients.schoolReviewer]) {
    const { body } = await desk.get(`/api/graduates/${graduateId}`);
    expect((await desk.post(`/api/reviews/${body.sections.DESTINATION.latest.id}/decision`, { decision: 'APPROVE' })).status).toBe(200);
  }

  // Reviews take days; the graduate comes back.
  await page.goto(`/me/${graduateId}`);
  await openModule(/^登记确认/);
  await keys.press(button('信息无误，确认登记去向'));
  await page.getByRole('status').getByText('确认无误').waitFor();

  await keys.press(page.getByRole('link', { name: '‹ 我的登记' }));
  await openModule(/^核验授权/);
  const form = page.getByRole('region', { name: '档案', exact: true });
  await keys.to(form.getByRole('radio', { name: /一周|1 周/ }));
  await page.keyboard.press('ArrowDown');
  expect(await form.getByRole('radio', { name: /一个月|1 个月/ }).isChecked()).toBe(true);
  await keys.press(button('授权档案核验'));
  await page.locator('.number').waitFor();
  await page
    .locator(':focus')
    .filter({ has: page.locator('.number') })
    .waitFor();
  await keys.press(button('关闭授权'));
  await keys.press(button('保留'));
  await button('关闭授权').and(page.locator(':focus')).waitFor();
  await keys.press(button('关闭授权'));
  await keys.press(button('确定关闭'));
  await page.locator('.number').waitFor({ state: 'detached' });
  expect((await people.clients.graduate.get(`/api/graduates/${graduateId}`)).body).toMatchObject({
    confirmation: { status: 'CONFIRMED' },
    grants: { grants: [{ kind: 'DOSSIER', status: 'CLOSED' }] },
  });
  expect(watch.complaints).toEqual([]);
  await context.close();
});

it('R13 R18 a graduate chooses a region, finds the receiving unit, registers dossier and hukou by the keyboard alone', async () => {
  const people = await schoolWithPeople(app);
  await checked(app, people);
  const {
    graduate: { graduateId },
    school,
  } = people;
  const unit = ReceivingUnit.parse({
    name: '示例区人才服务中心',
    region: '110108',
    address: '示例路8号',
    phone: '010-12345678',
    mayHoldFiles: true,
  });
  await addUnit(
    app.record.pool,
    { owner: school.schoolId, schoolId: school.schoolId, actor: { ...adminActor(school), name: '样例人员' } },
    app.record.newId(),
    unit,
  );
  const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.graduate.cookie);
  const keys = keyboardOf(page);
  const list = (name: RegExp) => page.getByRole('combobox', { name }).and(page.locator(':enabled'));
  const chooseRegion = async () => {
    for (const [level, code] of [
      ['省份', '110000'],
      ['城市', '110100'],
      ['区县', '110108'],
    ] as const)
      await keys.choose(list(new RegExp(`: ${level}$`)), code);
  };
  await page.goto(`/me/${graduateId}/dossier`);
  await keys.choose(list(/转递（迁移）类型/), 'HOME');
  await chooseRegion();
  const name = page.getByLabel('接收单位名称');
  await keys.type(name, '示例区人才');
  await page.getByRole('status').getByText('名录中有 1 个单位可选').waitFor({ state: 'attached' });
  await keys.press(page.getByRole('list', { name: '名录中的单位' }).getByRole('button', { name: /^示例区人才服务中心/ }));
  // The list is gone, and the focus is where the keyboard goes on from.
  await name.and(page.locator(':focus')).waitFor();
  expect([
    await name.inputValue(),
    await page.getByLabel('地址', { exact: true }).inputValue(),
    await page.getByLabel('联系电话').inputValue(),
  ]).toEqual([unit.name, unit.address, unit.phone]);
  await keys.type(page.getByLabel('情况说明'), '转回生源地');
  await keys.press(page.getByRole('button', { name: '提交审核' }));
  await page.getByText('院系审核中').waitFor();
  await page.getByRole('main').and(page.locator(':focus')).waitFor();

  await keys.press(page.getByRole('link', { name: '‹ 我的登记' }));
  await keys.press(page.getByRole('list', { name: '五个模块' }).getByRole('link', { name: /^户口/ }));
  await keys.choose(list(/转递（迁移）类型/), 'HOME');
  await chooseRegion();
  await keys.press(page.getByRole('button', { name: '提交审核' }));
  await page.getByText('院系审核中').waitFor();
  expect((await people.clients.graduate.get(`/api/graduates/${graduateId}`)).body.sections).toMatchObject({
    DOSSIER: {
      status: 'COLLEGE_REVIEW',
      latest: {
        content: { type: 'HOME', region: '110108', unitName: unit.name, address: unit.address, phone: unit.phone, note: '转回生源地' },
      },
    },
    HUKOU: { status: 'COLLEGE_REVIEW', latest: { content: { type: 'HOME', region: '110108' } } },
  });
  expect(watch.complaints).toEqual([]);
  await context.close();
});

it('R4 a school brings a roster in by the keyboard alone: the sheet, three mistakes mended in place, the import', async () => {
  const { schoolId } = await seedSchool(app.record.pool, app.record.newId);
  const admin = await staffClient(app, app.record.newId(), { role: 'SCHOOL_ADMIN', schoolId });
  const { bytes, right } = await sheetWithMistakes();
  const { context, page, watch } = await openTab(browser, app.url, 'desktop', admin.cookie);
  const keys = keyboardOf(page);
  await page.goto('/desk/rosters');
  await keys.type(page.getByLabel('届'), '2027');
  await (
    await keys.pickFile(page.getByLabel('表格文件'))
  ).setFiles({ name: 'roster.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: bytes });
  await keys.press(page.getByRole('button', { name: '上传并检查' }));
  await page.getByText('已检查，待导入').waitFor();
  await keys.choose(page.getByLabel('严重程度'), 'ERROR');
  await page.getByText('共 3 行').waitFor();
  for (const [column, text, left] of [
    ['院系', right['college'], 2],
    ['毕业时间', right['month'], 1],
    ['身份证号', right['id'], 0],
  ] as const) {
    await keys.press(page.getByRole('button', { name: new RegExp(`修改第 \\d+ 行“${column}”`) }));
    await keys.type(page.getByLabel(new RegExp(`^${column}（第`)), text!);
    await page.keyboard.press('Enter');
    await page
      .locator('dt', { hasText: '有错误' })
      .locator('xpath=following-sibling::dd')
      .filter({ hasText: new RegExp(`^${left}$`) })
      .waitFor();
    await page.getByText('已检查，待导入').waitFor();
  }
  await keys.press(page.getByRole('button', { name: '导入名单…' }));
  const dialog = page.getByRole('dialog', { name: '确认导入' });
  await keys.press(dialog.getByRole('button', { name: '确认导入' }));
  await page.locator('p[role=status] strong', { hasText: '已导入' }).waitFor();
  expect((await admin.get('/api/graduates?cohort=2027&limit=1')).body.items).toHaveLength(1);
  expect(watch.complaints).toEqual([]);
  await context.close();
});
