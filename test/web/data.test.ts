import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { numberOf } from '../api/support/numbers.ts';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople } from '../api/support/people.ts';
import { numbered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';
import { sentDispatch } from '../support/record/dispatches.ts';

let app: TestApplication;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

it('F7 R25 R36 my data: a copy with everything but what is not the graduate’s to see, the language of mails, what happened', async () => {
  const people = await schoolWithPeople(app);
  const {
    graduate: { graduateId },
    clients: { graduate },
  } = people;
  const { grantId, transferNumberId } = await numbered(app, people);
  await sentDispatch(app.record, graduateId);
  const { context, page, watch } = await openTab(browser, app.url, 'phone', graduate.cookie);
  await page.goto(`/me/${graduateId}/data`);
  await page.getByText('授权核验：档案').waitFor();
  await page.getByRole('radio', { name: '英文' }).check();
  await page.getByText('您同意的告知').click();
  await page.getByRole('heading', { name: '收集哪些信息' }).waitFor();
  expect(await look(page, 'data')).toEqual([]);

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载我的数据（JSON）' }).click()]);
  expect(download.suggestedFilename()).toBe('my-registration.json');
  const text = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    record: {
      view: 'OWN',
      basic: { phone: '19900000001', idNumber: expect.stringContaining('****') },
      confirmation: { status: 'CONFIRMED' },
    },
    account: [{ displayName: '示例同学', language: 'en' }],
    consents: [{ noticeVersion: expect.any(String) }],
    submissions: [{ section: 'DESTINATION', content: { entityName: '示例研究院' } }, { section: 'DOSSIER' }],
    dispatches: [{ status: 'SENT', carrier: 'EMS' }],
    messages: expect.arrayContaining([expect.objectContaining({ event: 'grant.issued', subject: '核验授权已生效' })]),
    history: expect.arrayContaining([
      expect.objectContaining({ action: 'GRANT_ISSUED', words: { zh: '授权核验：档案', en: 'Verification granted: dossier' } }),
    ]),
  });
  expect(text).toContain(await numberOf(app, 'VERIFICATION', grantId));
  expect(text).not.toContain(await numberOf(app, 'TRANSFER', transferNumberId));
  const { rows } = await app.record.pool.query(
    `SELECT "actorRole", "fields" FROM "audit_event" WHERE "graduateId" = $1 AND "action" = 'COPY_TAKEN'`,
    [graduateId],
  );
  expect(rows).toEqual([{ actorRole: 'GRADUATE', fields: [] }]);
  await page.reload();
  await page.getByText('下载数据副本').waitFor();
  expect(watch.complaints).toEqual([]);
  await context.close();
});
