import type { Browser } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople, staffClient } from '../api/support/people.ts';
import { checked, registered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';

let app: TestApplication;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('X7 changes beside the windows, on the record', () => {
  it('X7 a request of the graduate leads to an opening, which is closed before its day', async () => {
    const people = await schoolWithPeople(app);
    await checked(app, people);
    const own = `/api/graduates/${people.graduate.graduateId}`;
    await app.record.pool.query(
      `INSERT INTO "school_calendar" ("schoolId", "cohort", "registrationClosesAt") VALUES ($1, 2027, app_now())`,
      [people.school.schoolId],
    );
    expect((await people.clients.graduate.post(`${own}/sections/DOSSIER/opening-requests`, { reason: '接收单位变更' })).status).toBe(201);
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.schoolReviewer.cookie);
    await page.goto(`/desk/graduates/${people.graduate.graduateId}`);
    const dossier = page.locator('section', { has: page.getByRole('heading', { name: '档案转递', exact: true }) });
    await dossier.getByText('毕业生申请开放填报：接收单位变更').waitFor();
    expect(await look(page, 'record-opening-asked')).toEqual([]);
    await dossier.getByText('开放给毕业生修改').click();
    await dossier.getByLabel('开放至').fill(inDays(5));
    await dossier.getByLabel('开放原因').fill('已核实调档函');
    await dossier.getByRole('button', { name: '开放', exact: true }).click();
    const opened = dossier.locator('.notice', { hasText: '已核实调档函' });
    await opened.waitFor();
    expect(await dossier.getByText('毕业生申请开放填报').count()).toBe(0);
    expect((await people.clients.graduate.get(own)).body.openings).toMatchObject([{ section: 'DOSSIER', reason: '已核实调档函' }]);
    await dossier.getByRole('button', { name: '提前关闭' }).click();
    await opened.waitFor({ state: 'detached' });
    expect((await people.clients.graduate.get(own)).body.openings).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('X7 R55 after the cutoff the school asks with a reason, the province grants until a day, and the record says where it stands', async () => {
    const people = await schoolWithPeople(app);
    await registered(app, people);
    await app.record.pool.query('UPDATE "graduate" SET "cohort" = 2025 WHERE "id" = $1', [people.graduate.graduateId]);
    const address = `/desk/graduates/${people.graduate.graduateId}`;
    const school = await openTab(browser, app.url, 'phone', people.clients.schoolAdmin.cookie);
    const { page } = school;
    await page.goto(address);
    const basic = page.getByRole('region', { name: '基本信息' });
    const correct = basic.getByRole('button', { name: '更正基本信息' });
    await correct.waitFor();
    expect(await correct.getAttribute('aria-disabled')).toBe('true');
    await basic.getByText('向省级主管部门申请截止后变更').click();
    await basic.getByLabel('申请理由').fill('姓名有误，公安部门证明已收');
    await page.reload();
    await basic.getByLabel('申请理由').waitFor();
    expect(await basic.getByLabel('申请理由').inputValue()).toBe('姓名有误，公安部门证明已收');
    await basic.getByRole('button', { name: '提交申请' }).click();
    await basic.getByText('等待省级主管部门答复').waitFor();
    expect(await basic.getByText('向省级主管部门申请截止后变更').count()).toBe(0);
    expect(await look(page, 'record-exception-asked')).toEqual([]);

    const officer = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
    const province = await openTab(browser, app.url, 'desktop', officer.cookie);
    await province.page.goto('/desk/exceptions');
    const row = province.page.locator('tr', { hasText: '公安部门证明已收' });
    expect(await row.getByRole('link').count()).toBe(0);
    await row.getByRole('button', { name: '答复 示例同学' }).click();
    await province.page.getByLabel('同意，开放至').fill(inDays(5));
    await province.page.getByRole('button', { name: '同意', exact: true }).click();
    await row.waitFor({ state: 'detached' });

    await page.reload();
    await basic.getByText('省级主管部门已同意截止后变更').waitFor();
    expect(await correct.getAttribute('aria-disabled')).toBe('false');
    await basic.getByRole('link', { name: '查看申请' }).click();
    await page.locator('tr', { hasText: '公安部门证明已收' }).getByRole('link', { name: '示例同学' }).click();
    await basic.waitFor();
    const { rows } = await app.record.pool.query<{ line: string }>(
      `SELECT "action" || ' ' || "actorRole" AS "line" FROM "audit_event" WHERE "graduateId" = $1 AND "action" LIKE 'EXCEPTION%' ORDER BY "seq"`,
      [people.graduate.graduateId],
    );
    expect(rows.map(({ line }) => line)).toEqual(['EXCEPTION_REQUESTED SCHOOL_ADMIN', 'EXCEPTION_ANSWERED PROVINCE_ADMIN']);
    expect(await look(page, 'record-exception-granted')).toEqual([]);
    for (const { watch, context } of [school, province]) {
      expect(watch.complaints).toEqual([]);
      await context.close();
    }
  });
});

describe('X7 what the province has refused', () => {
  it('X7 stands on the record with its reason and its time', async () => {
    const people = await schoolWithPeople(app);
    await registered(app, people);
    await app.record.pool.query('UPDATE "graduate" SET "cohort" = 2025 WHERE "id" = $1', [people.graduate.graduateId]);
    const asked = await people.clients.schoolAdmin.post(`/api/graduates/${people.graduate.graduateId}/exceptions`, {
      scope: 'DOSSIER',
      reason: '接收单位变更',
    });
    const officer = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
    expect(
      (await officer.post(`/api/exceptions/${asked.body.command.ids.exceptionId}/answer`, { granted: false, answer: '调档函未盖章' }))
        .status,
    ).toBe(200);
    const { context, page, watch } = await openTab(browser, app.url, 'phone', people.clients.schoolAdmin.cookie);
    await page.goto(`/desk/graduates/${people.graduate.graduateId}`);
    const refused = page
      .locator('section', { has: page.getByRole('heading', { name: '档案转递', exact: true }) })
      .locator('.notice', { hasText: '省级主管部门未同意截止后变更' });
    await refused.getByText('不同意的理由：调档函未盖章').waitFor();
    expect(await refused.locator('time').textContent()).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect(await look(page, 'record-exception-refused')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});

describe('personal data on the record', () => {
  it('R8 is masked until asked for, each look is recorded and said, and is gone when hidden or left', async () => {
    const people = await schoolWithPeople(app, { phone: '19912345678', email: 'somebody@example.com' });
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.schoolReviewer.cookie);
    await page.goto(`/desk/graduates/${people.graduate.graduateId}`);
    const basic = page.getByRole('region', { name: '基本信息' });
    await basic.getByText('199****5678').waitFor();
    expect(await page.content()).not.toContain('19912345678');
    await basic.getByRole('button', { name: '显示手机号码和邮箱' }).click();
    await basic.getByText('19912345678').waitFor();
    await basic.getByText('somebody@example.com').waitFor();
    expect(await basic.getByText(/^\d{6}\*+/).count()).toBe(1);
    await basic.getByRole('button', { name: '显示证件号码' }).click();
    await basic.getByText(/^\d{18}$/).waitFor();
    await basic.getByText('此次查看已记录').waitFor();
    expect(await look(page, 'record-revealed')).toEqual([]);
    await basic.getByRole('button', { name: '重新隐藏' }).click();
    await basic.getByText('199****5678').waitFor();
    expect(await page.evaluate<string>('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain('19912345678');
    const { rows } = await app.record.pool.query(
      `SELECT "actor", "fields" FROM "audit_event" WHERE "graduateId" = $1 AND "action" = 'PERSONAL_DATA_REVEALED' ORDER BY "seq"`,
      [people.graduate.graduateId],
    );
    expect(rows).toEqual([['phone', 'email'], ['idNumber']].map((fields) => ({ actor: people.school.staff.schoolReviewer, fields })));
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('X31 a counsellor is offered the contact and not the document', async () => {
    const people = await schoolWithPeople(app);
    const { context, page, watch } = await openTab(browser, app.url, 'phone', people.clients.counsellor.cookie);
    await page.goto(`/desk/graduates/${people.graduate.graduateId}`);
    await page.getByRole('button', { name: '显示手机号码和邮箱' }).waitFor();
    expect(await page.getByRole('button', { name: '显示证件号码' }).count()).toBe(0);
    expect(await look(page, 'record-of-counsellor')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
