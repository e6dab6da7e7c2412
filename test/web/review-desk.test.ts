import sharp from 'sharp';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from '../api/support/people.ts';
import { checked } from '../api/support/stages.ts';
import { look } from '../support/browser/browser.ts';
import { collegeActor, graduateActor, run, stateOf } from '../support/record/commands.ts';
import { studyDestination } from '../support/record/contents.ts';
import { auditOf } from '../support/record/snapshot.ts';
import { openSite } from './support/site.ts';
import { waitingDossier } from './support/waiting-dossier.ts';

const site = openSite();
let people: SchoolWithPeople;
beforeEach(async () => {
  people = await schoolWithPeople(site.app);
});

const waiting = (name: string) => waitingDossier(site.app, people, name);
const statusOf = async (graduateId: string, section: 'DOSSIER' | 'DESTINATION' = 'DOSSIER') => {
  const { latest, current } = (await stateOf(site.app.record, graduateId)).sections[section];
  return (latest ?? current)?.status;
};

describe('the review desk', () => {
  it('R14 a submission passes college and school by the keyboard alone, its evidence zoomed and turned', async () => {
    const { graduate, clients } = people;
    await checked(site.app, people);
    const photograph = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#88aacc' } })
      .png()
      .toBuffer();
    const uploaded = await clients.graduate.upload(`/api/graduates/${graduate.graduateId}/evidence/DESTINATION`, photograph, 'image/png');
    expect(uploaded.status).toBe(201);
    await run(site.app.record, graduate.graduateId, graduateActor(graduate), 'SUBMIT_SECTION', {
      section: 'DESTINATION',
      content: studyDestination,
      evidenceIds: [uploaded.body.id],
      basedOn: null,
    });
    const college = await site.openPage('desktop', clients.collegeReviewer);
    await college.goto('/desk/reviews');
    const picture = college.getByRole('img', { name: '材料 1，共 1 份' });
    await picture.waitFor();
    await college.keyboard.press('z');
    await college.getByRole('button', { name: '放大 ×2 z' }).waitFor();
    await college.keyboard.press('o');
    await college.getByRole('button', { name: '旋转 90° o' }).waitFor();
    await college.getByText('历次提交').click();
    await college.locator('.timeline > li').getByText('本人提交').waitFor();
    expect(await look(college, 'review-desk')).toEqual([]);
    await college.keyboard.press('a');
    await college.getByText('已通过：示例同学').waitFor();
    expect(await statusOf(graduate.graduateId, 'DESTINATION')).toBe('SCHOOL_REVIEW');
    const school = await site.openPage('desktop', clients.schoolReviewer);
    await school.goto('/desk/reviews');
    await school.getByRole('heading', { name: /示例同学/ }).waitFor();
    await school.keyboard.press('a');
    await school.getByText('没有待审的材料').waitFor();
    expect(await look(school, 'review-desk-empty')).toEqual([]);
    expect(await statusOf(graduate.graduateId, 'DESTINATION')).toBe('APPROVED');
    expect((await auditOf(site.app.record, graduate.graduateId)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['SECTION_FORWARDED', 'SECTION_APPROVED']),
    );
  });

  it('R14 a return carries reason, words and fields; what was typed survives a reload', async () => {
    const { graduateId, versionId } = await waiting('退回同学');
    const page = await site.openPage('desktop', people.clients.collegeReviewer);
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
    const { rows } = await site.app.record.pool.query(
      'SELECT "returnReason", "returnText", "returnFields" FROM "section_version" WHERE "id" = $1',
      [versionId],
    );
    expect(rows).toEqual([{ returnReason: 'WRONG_ADDRESS', returnText: '门牌号与接收函不一致', returnFields: ['address'] }]);
  });

  it('R14 many at once: what somebody else has decided meanwhile is skipped and says why', async () => {
    const [first, second] = [await waiting('甲同学'), await waiting('乙同学')];
    const page = await site.openPage('desktop', people.clients.collegeReviewer);
    await page.goto('/desk/reviews');
    await page.getByRole('checkbox', { name: '选中 甲同学' }).check();
    await page.getByRole('checkbox', { name: '选中 乙同学' }).check();
    await run(site.app.record, second.graduateId, collegeActor(people.school), 'DECIDE_REVIEW', {
      decision: 'APPROVE',
      versionId: second.versionId,
    });
    await page.getByRole('button', { name: '通过所选' }).click();
    await page.getByText('完成 1，跳过 1，处理中 0').waitFor();
    expect(await page.getByRole('dialog').getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('完成 甲同学'),
      expect.stringMatching(/跳过 乙同学.*：.+/),
    ]);
    expect(await look(page, 'review-bulk')).toEqual([]);
    expect([await statusOf(first.graduateId), await statusOf(second.graduateId)]).toEqual(['SCHOOL_REVIEW', 'SCHOOL_REVIEW']);
  });

  it('R14 two reviewers meet: who comes second sees the claim, and may take over by saying so', async () => {
    const { graduateId } = await waiting('领取同学');
    const { schoolId, collegeId } = people.school;
    const other = await staffClient(site.app, site.app.record.newId(), { role: 'COLLEGE_REVIEWER', schoolId, collegeId });
    const [one, two] = [await site.openPage('desktop', people.clients.collegeReviewer), await site.openPage('phone', other)];
    await one.goto('/desk/reviews');
    await one.getByRole('button', { name: '领取 c' }).waitFor();
    await one.keyboard.press('c');
    await one.getByText('我已领取，至').waitFor();
    await two.goto('/desk/reviews');
    await two.getByText(/collegeReviewer 已领取，至/).waitFor();
    expect(await two.getByRole('button', { name: '通过 a' }).getAttribute('aria-disabled')).toBe('true');
    expect(await look(two, 'review-claimed')).toEqual([]);
    await two.keyboard.press('a');
    expect(await statusOf(graduateId)).toBe('COLLEGE_REVIEW');
    await two.keyboard.press('t');
    await two.getByRole('button', { name: '通过 a', disabled: false }).waitFor();
    await two.keyboard.press('a');
    await two.getByText('已通过：领取同学').waitFor();
    expect(await statusOf(graduateId)).toBe('SCHOOL_REVIEW');
    await one.keyboard.press('a');
    await one.getByRole('alert').waitFor();
  });

  it('R14 a long queue draws what is in sight, is whole to a screen reader, and keeps the chosen one in view', async () => {
    const count = 60;
    for (let index = 0; index < count; index += 1) await waiting(`同学${index}`);
    const page = await site.openPage('desktop', people.clients.collegeReviewer);
    await page.goto('/desk/reviews');
    const queue = page.getByRole('navigation', { name: '待审队列' });
    const places = () =>
      queue
        .getByRole('listitem')
        .evaluateAll((items) => items.map((item) => [item.getAttribute('aria-posinset'), item.getAttribute('aria-setsize')].join('/')));
    await queue.getByText(`共 ${count} 行`).waitFor();
    expect((await places()).slice(0, 2)).toEqual([`1/${count}`, `2/${count}`]);
    expect((await places()).length).toBeLessThan(count / 2);
    expect(await look(page, 'review-long-queue')).toEqual([]);
    await queue.getByRole('button', { name: /^同学0 / }).focus();
    for (let index = 1; index < count; index += 1) {
      await page.keyboard.press('j');
      await page.getByRole('heading', { name: `同学${index} · 档案转递` }).waitFor();
    }
    const chosen = queue.locator('[aria-current]');
    expect(await chosen.innerText()).toContain(`同学${count - 1} `);
    expect(
      await chosen.evaluate((button) => {
        const [box, row] = [button.closest('.review-queue-box')!.getBoundingClientRect(), button.getBoundingClientRect()];
        return row.top >= box.top && row.bottom <= box.bottom;
      }),
    ).toBe(true);
    // Where the keyboard was it still is, though that row is far away.
    expect([(await places())[0], await page.evaluate('document.activeElement.innerText')]).toEqual([
      `1/${count}`,
      expect.stringContaining('同学0 '),
    ]);
    await page.keyboard.press('Tab');
    await queue.getByRole('checkbox', { name: '选中 同学1', exact: true }).and(page.locator(':focus')).waitFor();
    expect((await places()).length).toBeLessThan(count / 2 + 1);
  });
});
