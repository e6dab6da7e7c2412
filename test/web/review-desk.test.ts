import sharp from 'sharp';
import type { Browser } from 'playwright-core';
import { openApplication, type TestApplication } from '../api/support/application.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from '../api/support/people.ts';
import { checked } from '../api/support/stages.ts';
import { launchBrowser, look, openTab } from '../support/browser/browser.ts';
import { collegeActor, graduateActor, run, stateOf } from '../support/record/commands.ts';
import { homeDossier, studyDestination } from '../support/record/contents.ts';
import { createGraduate } from '../support/record/graduates.ts';
import { auditOf } from '../support/record/snapshot.ts';

let app: TestApplication;
let browser: Browser;
let people: SchoolWithPeople;

beforeAll(async () => { [app, browser] = await Promise.all([openApplication(), launchBrowser()]); });
afterAll(async () => { await browser.close(); await app.close(); });
beforeEach(async () => { people = await schoolWithPeople(app); });

/** A dossier that waits at the desk of the college; returns the submission. */
async function waiting(name: string): Promise<{ graduateId: string; versionId: string }> {
  const graduate = await createGraduate(app.record.pool, app.record, people.school, { name });
  await checked(app, { ...people, graduate });
  const { ids } = await run(app.record, graduate.graduateId, graduateActor(graduate), 'SUBMIT_SECTION', { section: 'DOSSIER', content: homeDossier, evidenceIds: [], basedOn: null });
  return { graduateId: graduate.graduateId, versionId: ids?.versionId ?? '' };
}

const statusOf = async (graduateId: string, section: 'DOSSIER' | 'DESTINATION' = 'DOSSIER') => {
  const { latest, current } = (await stateOf(app.record, graduateId)).sections[section];
  return (latest ?? current)?.status;
};

describe('the review desk', () => {
  it('R14 a submission passes college and school by the keyboard alone, its evidence zoomed and turned', async () => {
    const { graduate, clients } = people;
    await checked(app, people);
    const photograph = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#88aacc' } }).png().toBuffer();
    const uploaded = await clients.graduate.upload(`/api/graduates/${graduate.graduateId}/evidence/DESTINATION`, photograph, 'image/png');
    expect(uploaded.status).toBe(201);
    await run(app.record, graduate.graduateId, graduateActor(graduate), 'SUBMIT_SECTION', { section: 'DESTINATION', content: studyDestination, evidenceIds: [uploaded.body.id], basedOn: null });
    const college = await openTab(browser, app.url, 'desktop', clients.collegeReviewer.cookie);
    await college.page.goto('/desk/reviews');
    const picture = college.page.getByRole('img', { name: '材料 1，共 1 份' });
    await picture.waitFor();
    await college.page.keyboard.press('z');
    await college.page.getByRole('button', { name: '放大 ×2 z' }).waitFor();
    await college.page.keyboard.press('o');
    await college.page.getByRole('button', { name: '旋转 90° o' }).waitFor();
    await college.page.getByText('历次提交').click();
    await college.page.locator('.timeline > li').getByText('本人提交').waitFor();
    expect(await look(college.page, 'review-desk')).toEqual([]);
    await college.page.keyboard.press('a');
    await college.page.getByText('已通过：示例同学').waitFor();
    expect(await statusOf(graduate.graduateId, 'DESTINATION')).toBe('SCHOOL_REVIEW');
    const school = await openTab(browser, app.url, 'desktop', clients.schoolReviewer.cookie);
    await school.page.goto('/desk/reviews');
    await school.page.getByRole('heading', { name: /示例同学/ }).waitFor();
    await school.page.keyboard.press('a');
    await school.page.getByText('没有待审的材料').waitFor();
    expect(await look(school.page, 'review-desk-empty')).toEqual([]);
    expect(await statusOf(graduate.graduateId, 'DESTINATION')).toBe('APPROVED');
    expect((await auditOf(app.record, graduate.graduateId)).map(({ action }) => action)).toEqual(expect.arrayContaining(['SECTION_FORWARDED', 'SECTION_APPROVED']));
    expect([...college.watch.complaints, ...school.watch.complaints]).toEqual([]);
    await college.context.close();
    await school.context.close();
  });

  it('R14 a return carries reason, words and fields; what was typed survives a reload', async () => {
    const { graduateId, versionId } = await waiting('退回同学');
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.collegeReviewer.cookie);
    await page.goto(`/desk/reviews?at=${versionId}`);
    await page.getByRole('button', { name: '退回 r' }).waitFor();
    await page.keyboard.press('r');
    await page.getByLabel('退回原因').selectOption('WRONG_ADDRESS');
    await page.getByLabel('给毕业生的说明').fill('门牌号与接收函不一致');
    await page.reload();
    await page.getByRole('button', { name: '退回 r' }).waitFor();
    await page.keyboard.press('r');
    expect(await page.getByLabel('给毕业生的说明').inputValue()).toBe('门牌号与接收函不一致');
    await page.getByRole('checkbox', { name: '地址', exact: true }).check();
    expect(await look(page, 'review-return')).toEqual([]);
    await page.getByLabel('给毕业生的说明').press('Control+Enter');
    await page.getByText('已退回：退回同学').waitFor();
    expect(await statusOf(graduateId)).toBe('RETURNED');
    const { rows } = await app.record.pool.query('SELECT "returnReason", "returnText", "returnFields" FROM "section_version" WHERE "id" = $1', [versionId]);
    expect(rows).toEqual([{ returnReason: 'WRONG_ADDRESS', returnText: '门牌号与接收函不一致', returnFields: ['address'] }]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R14 many at once: what somebody else has decided meanwhile is skipped and says why', async () => {
    const [first, second] = [await waiting('甲同学'), await waiting('乙同学')];
    const { context, page, watch } = await openTab(browser, app.url, 'desktop', people.clients.collegeReviewer.cookie);
    await page.goto('/desk/reviews');
    await page.getByRole('checkbox', { name: '选中 甲同学' }).check();
    await page.getByRole('checkbox', { name: '选中 乙同学' }).check();
    await run(app.record, second.graduateId, collegeActor(people.school), 'DECIDE_REVIEW', { decision: 'APPROVE', versionId: second.versionId });
    await page.getByRole('button', { name: '通过所选' }).click();
    await page.getByText('完成 1，跳过 1，处理中 0').waitFor();
    expect(await page.getByRole('dialog').getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('完成 甲同学'), expect.stringMatching(/跳过 乙同学.*：.+/)]);
    expect(await look(page, 'review-bulk')).toEqual([]);
    expect([await statusOf(first.graduateId), await statusOf(second.graduateId)]).toEqual(['SCHOOL_REVIEW', 'SCHOOL_REVIEW']);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });

  it('R14 two reviewers meet: who comes second sees the claim, and may take over by saying so', async () => {
    const { graduateId } = await waiting('领取同学');
    const { schoolId, collegeId } = people.school;
    const other = await staffClient(app, app.record.newId(), { role: 'COLLEGE_REVIEWER', schoolId, collegeId });
    const [one, two] = [await openTab(browser, app.url, 'desktop', people.clients.collegeReviewer.cookie), await openTab(browser, app.url, 'phone', other.cookie)];
    await one.page.goto('/desk/reviews');
    await one.page.getByRole('button', { name: '领取 c' }).waitFor();
    await one.page.keyboard.press('c');
    await one.page.getByText('我已领取，至').waitFor();
    await two.page.goto('/desk/reviews');
    await two.page.getByText(/collegeReviewer 已领取，至/).waitFor();
    expect(await two.page.getByRole('button', { name: '通过 a' }).getAttribute('aria-disabled')).toBe('true');
    expect(await look(two.page, 'review-claimed')).toEqual([]);
    await two.page.keyboard.press('a');
    expect(await statusOf(graduateId)).toBe('COLLEGE_REVIEW');
    await two.page.keyboard.press('t');
    await two.page.getByRole('button', { name: '通过 a', disabled: false }).waitFor();
    await two.page.keyboard.press('a');
    await two.page.getByText('已通过：领取同学').waitFor();
    expect(await statusOf(graduateId)).toBe('SCHOOL_REVIEW');
    await one.page.keyboard.press('a');
    await one.page.getByRole('alert').waitFor();
    expect([...one.watch.complaints, ...two.watch.complaints]).toEqual([]);
    await one.context.close();
    await two.context.close();
  });
});
