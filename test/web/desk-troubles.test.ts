import { createStaffAccount } from '../../infra/identity/staff-account.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { look } from '../support/browser/browser.ts';
import { stateOf } from '../support/record/commands.ts';
import { openSite } from './support/site.ts';
import { waitingDossier } from './support/waiting-dossier.ts';

const site = openSite();
let people: SchoolWithPeople;
beforeEach(async () => {
  people = await schoolWithPeople(site.app);
});

const waiting = (name: string) => waitingDossier(site.app, people, name);
const statusOf = async (graduateId: string) => (await stateOf(site.app.record, graduateId)).sections.DOSSIER.latest?.status;
const decisions = async (graduateId: string): Promise<number> => {
  const { rows } = await site.app.record.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM "command" WHERE "graduateId" = $1 AND "type" = 'DECIDE_REVIEW'`,
    [graduateId],
  );
  return rows[0]!.n;
};

describe('a reviewer whose day goes wrong', () => {
  it('R14 presses twice: one is decided, once, and the next is not', async () => {
    const [first, second] = [await waiting('甲同学'), await waiting('乙同学')];
    const page = await site.openPage('desktop', people.clients.collegeReviewer);
    await page.goto('/desk/reviews');
    await page.getByRole('button', { name: '通过 a' }).dblclick();
    await page.getByText('已通过：甲同学').waitFor();
    await page.getByRole('heading', { name: '乙同学 · 档案转递' }).waitFor();
    expect([await statusOf(first.graduateId), await decisions(first.graduateId)]).toEqual(['SCHOOL_REVIEW', 1]);
    expect([await statusOf(second.graduateId), await decisions(second.graduateId)]).toEqual(['COLLEGE_REVIEW', 0]);
  });

  it('R14 has a slow network that then loses the answer: the page says so, asks again, and it is done once', async () => {
    const { graduateId } = await waiting('慢网同学');
    const page = await site.openPage('desktop', people.clients.collegeReviewer);
    await page.goto('/desk/reviews');
    const arrived = Promise.withResolvers<() => void>();
    await page.route(
      '**/api/reviews/*/decision',
      async (route) => {
        await new Promise<void>((release) => {
          arrived.resolve(release);
        });
        // The server has decided, and nobody hears of it.
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    const approve = page.getByRole('button', { name: '通过 a' });
    await approve.click();
    const lose = await arrived.promise;
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('a');
    lose();
    await page.getByText('没有收到答复，正在自动重试').waitFor();
    expect(await look(page, 'review-repeating')).toEqual([]);
    await page.getByText('已通过：慢网同学').waitFor();
    expect([await statusOf(graduateId), await decisions(graduateId)]).toEqual(['SCHOOL_REVIEW', 1]);
  });

  it('R14 has decided in another tab already: this one says why not, and shows what is', async () => {
    const { graduateId } = await waiting('两页同学');
    const [one, two] = [
      await site.openPage('desktop', people.clients.collegeReviewer),
      await site.openPage('desktop', people.clients.collegeReviewer),
    ];
    for (const page of [one, two]) {
      await page.goto('/desk/reviews');
      await page.getByRole('button', { name: '通过 a' }).waitFor();
    }
    await one.keyboard.press('a');
    await one.getByText('已通过：两页同学').waitFor();
    await two.keyboard.press('a');
    await two.getByRole('alert').getByText('该提交不在您的审核环节').waitFor();
    await two.getByRole('navigation', { name: '待审队列' }).getByText('共 0 行').waitFor();
    await two.getByRole('button', { name: '通过 a', disabled: true }).waitFor();
    expect(await look(two, 'review-gone')).toEqual([]);
    expect([await statusOf(graduateId), await decisions(graduateId)]).toEqual(['SCHOOL_REVIEW', 2]);
  });

  it('is signed out in the middle of a return, signs in again, and is back with every word', async () => {
    const { graduateId, versionId } = await waiting('退回同学');
    const { schoolId, collegeId } = people.school;
    const [signInName, password] = [`reviewer-${schoolId}`.toLowerCase(), '样例-correct horse'];
    const { accountId } = await createStaffAccount(site.app.record, {
      signInName,
      displayName: '样例审核员',
      password,
      posts: [{ role: 'COLLEGE_REVIEWER', schoolId, collegeId }],
      withSecondFactor: false,
    });
    const page = await site.openPage('desktop');
    const signIn = async () => {
      await page.getByLabel('用户名').fill(signInName);
      await page.getByLabel('密码').fill(password);
      await page.getByRole('button', { name: '登录' }).click();
    };
    await page.goto(`/desk/reviews?at=${versionId}`);
    await signIn();
    await page.getByRole('button', { name: '退回 r' }).click();
    await page.getByLabel('退回原因').selectOption('WRONG_ADDRESS');
    await page.getByLabel('给毕业生的说明').fill('门牌号与接收函不一致');
    await site.app.record.pool.query('DELETE FROM "session" WHERE "accountId" = $1', [accountId]);
    await page.getByLabel('给毕业生的说明').press('Control+Enter');
    const ended = page.getByRole('alert').filter({ hasText: '登录已过期' });
    await ended.waitFor();
    expect(await page.getByLabel('给毕业生的说明').inputValue()).toBe('门牌号与接收函不一致');
    expect(await look(page, 'review-session-ended')).toEqual([]);
    await ended.getByRole('link', { name: '登录' }).click();
    await signIn();
    await page.getByRole('button', { name: '退回 r' }).click();
    expect(await page.getByLabel('退回原因').inputValue()).toBe('WRONG_ADDRESS');
    expect(await page.getByLabel('给毕业生的说明').inputValue()).toBe('门牌号与接收函不一致');
    await page.getByLabel('给毕业生的说明').press('Control+Enter');
    await page.getByText('已退回：退回同学').waitFor();
    expect(await statusOf(graduateId)).toBe('RETURNED');
  });
});
