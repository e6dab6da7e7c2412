import type { Browser } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople } from '../api/support/people.ts';
import { numbered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';

let app: TestApplication;
let browser: Browser;
beforeAll(async () => { [app, browser] = await Promise.all([openApplication(), launchBrowser()]); });
afterAll(async () => { await browser?.close(); await app?.close(); });

describe('the record of a graduate on a desk', () => {
  it('R16 R25 shows the record without the verification number, and lets the school enter a change that a second person approves', async () => {
    const people = await schoolWithPeople(app);
    await numbered(app, people);
    const { graduate, schoolAdmin, schoolReviewer } = people.clients;
    const own = `/api/graduates/${people.graduate.graduateId}`;
    const { grants: { grants: [grant] } } = (await graduate.get(own)).body;
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
});
