import type { Browser } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import type { Client } from '../api/support/client.ts';
import { schoolWithPeople } from '../api/support/people.ts';
import { numbered } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';

let app: TestApplication;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const publish = async (client: Client, draft: object): Promise<void> => {
  expect((await client.post('/api/written-notices', draft)).status).toBe(201);
};

it('R1 R54 messages and notices are unread until they are opened', async () => {
  const people = await schoolWithPeople(app);
  const {
    clients: { graduate, schoolAdmin },
  } = people;
  await numbered(app, people);
  await publish(schoolAdmin, {
    audience: 'GRADUATES',
    cohorts: [2027],
    zh: { title: '离校手续', text: '6 月 28 日起办理。\n\n请带校园卡。' },
  });
  const { context, page, watch } = await openTab(browser, app.url, 'phone', graduate.cookie);
  await page.goto(`/me/${people.graduate.graduateId}/inbox`);
  const notice = page.locator('details', { hasText: '离校手续' });
  await notice.getByText('未读').waitFor();
  await notice.locator('summary').click();
  await notice.getByText('请带校园卡。').waitFor();
  await notice.getByText('未读').waitFor({ state: 'detached' });
  const message = page.locator('details', { hasText: '核验授权已生效' });
  await message.getByText('未读').waitFor();
  await message.locator('summary').click();
  await message.getByText('如非本人操作，请立即登录关闭').waitFor();
  await message.getByText('未读').waitFor({ state: 'detached' });
  expect(await look(page, 'inbox')).toEqual([]);
  const { items } = (await graduate.get('/api/notifications')).body;
  expect(items.filter(({ readAt }: { readAt: string | null }) => readAt !== null).map(({ event }: { event: string }) => event)).toEqual([
    'grant.issued',
  ]);
  expect((await graduate.get('/api/notices')).body.unread).toBe(0);
  await message.getByRole('link', { name: '查看核验授权' }).click();
  await page.getByRole('heading', { level: 1, name: '核验授权' }).waitFor();
  expect(watch.complaints).toEqual([]);
  await context.close();
});

it('R1 the entry page shows what is for everybody, and nothing else', async () => {
  const {
    clients: { schoolAdmin },
  } = await schoolWithPeople(app);
  await publish(schoolAdmin, { audience: 'EVERYONE', pinned: true, zh: { title: '核验服务时间', text: '全天开放。' } });
  await publish(schoolAdmin, { audience: 'SIGNED_IN', zh: { title: '仅供内部', text: '内部事项。' } });
  const { context, page, watch } = await openTab(browser, app.url, 'phone');
  await page.goto('/');
  await page.getByText('核验服务时间').click();
  await page.getByText('全天开放。').waitFor();
  expect(await page.getByText('仅供内部').count()).toBe(0);
  expect(await look(page, 'entry-notices')).toEqual([]);
  expect(watch.complaints).toEqual([]);
  await context.close();
});
