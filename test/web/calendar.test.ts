import type { Browser } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';

let app: TestApplication;
let browser: Browser;
let people: SchoolWithPeople;
const told: string[] = [];

beforeAll(async () => {
  app = await openApplication({
    replace: () => ({
      startCalendars: async (schoolId) => {
        told.push(schoolId);
      },
    }),
  });
  [people, browser] = await Promise.all([schoolWithPeople(app), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('the calendar', () => {
  it('R55 R56 shows what comes for how many; the school admin sets dates, and what is out of order is said beside its date', async () => {
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.schoolAdmin.cookie);
    await page.goto('/desk/calendar');
    const ahead = page.getByRole('region', { name: '将要发生' });
    await ahead.getByText('2027-09-01 00:01').waitFor();
    expect(
      await ahead
        .getByRole('row', { name: /全国截止，未结事项关闭/ })
        .getByRole('cell')
        .allInnerTexts(),
    ).toEqual(['2027-09-01 00:01', '全国截止，未结事项关闭', '1', '0']);
    const form = page.getByRole('form', { name: '学校自己的日期' });
    await form.getByLabel('登记确认开始').fill('2027-07-02T08:00');
    await form.getByLabel('登记确认结束').fill('2027-07-01T08:00');
    await form.getByRole('button', { name: '保存日期' }).click();
    await form.locator('[aria-invalid=true]').waitFor();
    expect(await form.getByLabel('登记确认开始').getAttribute('aria-invalid')).toBe('true');
    expect(await look(page, 'calendar-refused')).toEqual([]);
    await form.getByLabel('登记确认结束').fill('2027-07-09T08:00');
    await form.getByRole('button', { name: '保存日期' }).click();
    await page.getByText('日期已保存').waitFor();
    await ahead.getByText('2027-07-09 08:00').waitFor();
    expect(told).toEqual([people.school.schoolId]);
    expect((await people.clients.schoolAdmin.get('/api/calendars/2027')).body.dates).toMatchObject({
      confirmationOpensAt: '2027-07-02T00:00:00.000Z',
      confirmationClosesAt: '2027-07-09T00:00:00.000Z',
      departureAt: null,
    });
    await page.reload();
    await page.getByLabel('登记确认结束').waitFor();
    expect(await page.getByLabel('登记确认结束').inputValue()).toBe('2027-07-09T08:00');
    expect(await look(page, 'calendar')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R56 is read by a counsellor, who sets nothing, on a phone too', async () => {
    const { context, page, watch } = await openTab(browser, app.url, 'phone', people.clients.counsellor.cookie);
    await page.goto('/desk/calendar');
    await page.getByRole('region', { name: '将要发生' }).waitFor();
    expect(await page.getByRole('button', { name: '保存日期' }).count()).toBe(0);
    expect(await look(page, 'calendar')).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
