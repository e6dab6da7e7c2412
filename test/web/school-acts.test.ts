import type { Browser } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople } from '../api/support/people.ts';
import { numbered, registered } from '../api/support/stages.ts';
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

describe('the record of a graduate on a desk', () => {
  it('R16 R25 shows the record without the verification number, and lets the school enter a change that a second person approves', async () => {
    const people = await schoolWithPeople(app);
    await numbered(app, people);
    const { graduate, schoolAdmin, schoolReviewer } = people.clients;
    const own = `/api/graduates/${people.graduate.graduateId}`;
    const {
      grants: {
        grants: [grant],
      },
    } = (await graduate.get(own)).body;
    const { page, context, watch } = await openTab(browser, app.url, 'desktop', schoolAdmin.cookie);
    await page.goto(`/desk/graduates/${people.graduate.graduateId}`);
    await page.getByRole('heading', { name: '示例同学' }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain(grant.verificationNumber);
    expect(await look(page, 'desk-graduate')).toEqual([]);
    const dossier = page.locator('section', { has: page.getByRole('heading', { name: '档案转递', exact: true }) });
    await dossier.getByText('代毕业生填报').click();
    await dossier.getByLabel('联系人').fill('张老师');
    await dossier.getByLabel('代填原因').fill('毕业生来电更正联系人');
    await dossier.getByRole('button', { name: '提交，由另一人审核' }).click();
    await dossier.getByText('审核中的内容').waitFor();
    expect(await look(page, 'desk-graduate-entered')).toEqual([]);
    const { latest } = (await schoolReviewer.get(own)).body.sections.DOSSIER;
    expect(latest).toMatchObject({ source: 'SCHOOL', reason: '毕业生来电更正联系人', content: { contact: '张老师' } });
    expect((await schoolAdmin.post(`/api/reviews/${latest.id}/decision`, { decision: 'APPROVE' })).status).not.toBe(200);
    expect((await schoolReviewer.post(`/api/reviews/${latest.id}/decision`, { decision: 'APPROVE' })).status).toBe(200);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R16 X18 a counsellor asks for a destination to be voided, takes it back, and asks again; a second person approves', async () => {
    const people = await schoolWithPeople(app);
    await registered(app, people);
    const own = `/api/graduates/${people.graduate.graduateId}`;
    const { page, context, watch } = await openTab(browser, app.url, 'phone', people.clients.counsellor.cookie);
    await page.goto(`/desk/graduates/${people.graduate.graduateId}`);
    const destination = page.locator('section', { has: page.getByRole('heading', { name: '毕业去向', exact: true }) });
    const ask = async (reason: string): Promise<void> => {
      await destination.getByText('申请作废毕业去向').click();
      await destination.getByLabel('作废原因').fill(reason);
      await destination.getByLabel('作废原因').locator('xpath=ancestor::form').getByRole('button', { name: '提交，由另一人审核' }).click();
      await destination.getByText(`申请作废：${reason}`).waitFor();
    };
    await ask('单位已解约');
    expect(await look(page, 'desk-graduate-void')).toEqual([]);
    await destination.getByRole('button', { name: '撤回我的代填' }).click();
    await destination.getByText('审核中的内容').waitFor({ state: 'detached' });
    expect((await people.clients.schoolReviewer.get(own)).body.sections.DESTINATION.latest).toMatchObject({
      intent: 'VOID',
      status: 'WITHDRAWN',
    });
    await ask('单位已注销');
    const { latest } = (await people.clients.schoolReviewer.get(own)).body.sections.DESTINATION;
    expect(
      (await people.clients.schoolReviewer.post(`/api/reviews/${latest.id}/decision`, { decision: 'APPROVE' })).body.graduate.confirmation
        .status,
    ).toBe('NOT_REPORTED');
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R38 a graduate is taken off the roster after what that ends was shown; only the administrator may', async () => {
    const people = await schoolWithPeople(app);
    await numbered(app, people);
    const address = `/desk/graduates/${people.graduate.graduateId}`;
    const reviewer = await openTab(browser, app.url, 'desktop', people.clients.schoolReviewer.cookie);
    await reviewer.page.goto(address);
    await reviewer.page.getByRole('region', { name: '基本信息' }).waitFor();
    expect(await reviewer.page.getByRole('button', { name: '移出名单' }).count()).toBe(0);
    await reviewer.context.close();
    const { page, context, watch } = await openTab(browser, app.url, 'desktop', people.clients.schoolAdmin.cookie);
    await page.goto(address);
    await page.getByRole('button', { name: '移出名单' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('核验编号 1 个，转递编号 1 个；审核中的 0 项').waitFor();
    await dialog.getByLabel('移出原因').fill('不是本校学生');
    expect(await look(page, 'desk-graduate-remove')).toEqual([]);
    await dialog.getByRole('button', { name: '确认移出' }).click();
    await page.getByText(/已于 .* 移出名单/).waitFor();
    expect(await page.getByRole('button', { name: '移出名单' }).count()).toBe(0);
    expect((await people.clients.schoolAdmin.get('/api/graduates')).body.items).toEqual([]);
    const { rows } = await app.record.pool.query(`SELECT "action" FROM "audit_event" WHERE "graduateId" = $1 ORDER BY "seq" DESC LIMIT 3`, [
      people.graduate.graduateId,
    ]);
    expect(rows.map(({ action }) => action as string).sort()).toEqual(['GRADUATE_REMOVED', 'GRANT_ENDED', 'TRANSFER_NUMBER_ENDED']);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
