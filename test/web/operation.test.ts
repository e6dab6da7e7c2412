import type { Browser } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople, staffClient } from '../api/support/people.ts';
import { numbered } from '../api/support/stages.ts';
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

describe('the operator’s page', () => {
  it('R54 shows what is up, leads to a stuck workflow, and sends a given-up mail again', async () => {
    const people = await schoolWithPeople(app);
    await numbered(app, people);
    const { pool } = app.record;
    await pool.query(`UPDATE "graduate" SET "overdue" = true WHERE "id" = $1`, [people.graduate.graduateId]);
    const {
      rows: [mail],
    } = await pool.query<{ id: string }>(
      `UPDATE "notification" SET "mailStatus" = 'FAILED', "failure" = 'ETIMEDOUT', "attempts" = 5 WHERE "id" = (SELECT "id" FROM "notification" WHERE "graduateId" = $1 LIMIT 1) RETURNING "id"`,
      [people.graduate.graduateId],
    );
    const operator = await staffClient(app, app.record.newId(), { role: 'OPERATOR' });
    const { page, context, watch } = await openTab(browser, app.url, 'desktop', operator.cookie);
    await page.goto('/desk/operation');
    await page.getByText('ETIMEDOUT').waitFor();
    expect(
      await page
        .getByRole('link', { name: /在 Temporal 中打开/ })
        .first()
        .getAttribute('href'),
    ).toContain(people.graduate.graduateId);
    expect(await page.locator('main').innerText()).not.toContain('示例同学');
    expect(await look(page, 'operation')).toEqual([]);
    await page.getByRole('button', { name: '重新发送' }).click();
    await page.getByText('ETIMEDOUT').waitFor({ state: 'detached' });
    const { rows } = await pool.query(`SELECT "mailStatus" FROM "notification" WHERE "id" = $1`, [mail?.id]);
    expect(rows).toEqual([{ mailStatus: 'PENDING' }]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
