import type { Page } from 'playwright-core';
import { numberOf, unknownNumber } from '../api/support/numbers.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../api/support/people.ts';
import { numbered } from '../api/support/stages.ts';
import { look } from '../support/browser/browser.ts';
import { homeDossier } from '../support/record/contents.ts';
import { submit } from '../support/record/registration.ts';
import { openSite } from './support/site.ts';

const site = openSite();
let people: SchoolWithPeople;
let grantId: string;
let number: string;

beforeEach(async () => {
  people = await schoolWithPeople(site.app);
  ({ grantId } = await numbered(site.app, people));
  number = await numberOf(site.app, 'VERIFICATION', grantId);
});

async function verify(page: Page, typed: string, heading: string): Promise<void> {
  await page.getByLabel('毕业生姓名').fill('示例同学');
  await page.getByLabel('核验编号或转递编号').fill(typed);
  await page.getByRole('button', { name: '核验', exact: true }).click();
  await page.locator('#answer').getByRole('heading', { name: heading }).waitFor();
}

describe.each(['phone', 'desktop'] as const)('a clerk verifies on a %s', (viewport) => {
  it('R49 R50 what holds, what has expired, what a change has ended, and what is not there', async () => {
    const page = await site.openPage(viewport);
    await page.goto('/verification/dossier');
    await verify(page, number, '有效');
    await page.locator('#answer').getByText(homeDossier.unitName).waitFor();
    expect(await look(page, 'verification-valid')).toEqual([]);
    await verify(page, unknownNumber(), '未查询到');
    expect(await look(page, 'verification-unknown')).toEqual([]);
    const move = (years: number) =>
      site.app.record.pool.query('UPDATE "verification_grant" SET "deadline" = "deadline" + make_interval(years => $2) WHERE "id" = $1', [
        grantId,
        years,
      ]);
    await move(-10);
    await verify(page, number, '已过期');
    await page.getByText('请毕业生重新授权').waitFor();
    expect(await look(page, 'verification-expired')).toEqual([]);
    await move(10);
    await submit(
      site.app.record,
      people.school,
      people.graduate,
      'DOSSIER',
      { ...homeDossier, unitName: '另一单位（示例）' },
      [],
      Date.now(),
    );
    await verify(page, number, '已失效');
    await page.getByText('向毕业生索取新的核验编号').waitFor();
    expect(await page.locator('#answer').innerText()).not.toContain(homeDossier.unitName);
    expect(await look(page, 'verification-invalidated')).toEqual([]);
  });

  it('R49 a mistyped character, before anything is asked', async () => {
    const page = await site.openPage(viewport);
    await page.goto('/verification/dossier');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') asked.push(request.url());
    });
    await page.getByLabel('毕业生姓名').fill('示例同学');
    await page.getByLabel('核验编号或转递编号').fill(`${number.slice(0, -1)}${number.endsWith('A') ? 'C' : 'A'}`);
    await page.getByRole('button', { name: '核验', exact: true }).click();
    await page.getByText('至少有一位输错').waitFor();
    await page.getByLabel('核验编号或转递编号').and(page.locator(':focus')).waitFor();
    expect(await look(page, 'verification-mistyped')).toEqual([]);
    expect(asked).toEqual([]);
  });
});
