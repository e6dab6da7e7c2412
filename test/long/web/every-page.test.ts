import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { projectRoot } from '../../../scripts/stack/project-root.ts';
import { waitUntil } from '../../../scripts/stack/wait-until.ts';
import type { TestApplication } from '../../api/support/application.ts';
import type { Client } from '../../api/support/client.ts';
import { staffClient } from '../../api/support/people.ts';
import { createWorld, somebodyAs, type World } from '../../api/support/world.ts';
import { launchBrowser, look, openTab } from '../../support/browser/browser.ts';
import { dataIn, withoutData } from '../../support/browser/shown-data.ts';
import { sheetWithMistakes } from '../../support/roster/sheet-with-mistakes.ts';
import { openWithRosterWorker } from '../../support/roster/with-roster-worker.ts';
import type { TestWorker } from '../../support/temporal/test-worker.ts';

let app: TestApplication;
let worker: TestWorker;
let browser: Browser;
let world: World;
let roster: string;
let clients: Readonly<Record<'graduate' | 'school' | 'province', Client>>;

beforeAll(async () => {
  [{ app, worker }, browser] = await Promise.all([openWithRosterWorker(), launchBrowser()]);
  world = await createWorld(app, '110000');
  const { schoolId } = world.people.school;
  const school = await staffClient(app, app.record.newId(), { role: 'SCHOOL_ADMIN', schoolId }, { role: 'OPERATOR' });
  clients = { graduate: world.people.clients.graduate, school, province: await somebodyAs(app, 'PROVINCE_ADMIN', world) };
  roster = (await school.upload('/api/rosters?cohort=2027&commit=LATER', (await sheetWithMistakes()).bytes, 'application/octet-stream'))
    .body.id;
  await waitUntil(async () => (await school.get(`/api/rosters/${roster}`)).body.status === 'VALIDATED', {
    timeoutMs: 30_000,
    explain: () => new Error('the roster was not read'),
  });
});
afterAll(async () => {
  await browser?.close();
  await worker?.stop();
  await app?.close();
});

/** The addresses as the application's own lists of routes have them, so that no page is forgotten. */
async function pathsOf(list: 'own' | 'desk'): Promise<string[]> {
  const source = await readFile(join(projectRoot, 'web', 'app', `${list}-routes.ts`), 'utf8');
  return [...source.matchAll(/path: '([^']+)'/g)]
    .flatMap(([, path = '']) =>
      path.endsWith(':section') ? ['destination', 'dossier', 'hukou'].map((section) => path.replace(':section', section)) : [path],
    )
    .map((path) => path.replace(':graduateId', world.ids.graduate).replace(':rosterId', roster));
}

// 1,280 pixels at 200 %, and at 400 % (WCAG 1.4.4, 1.4.10).
const widths = [640, 320];

/** What is wrong with a page in English: Chinese that is nobody's name, what sticks out sideways, what moves. */
async function faultsOf(page: Page, who: string, address: string, data: ReadonlySet<string>): Promise<string[]> {
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  for (const summary of await page.locator('main summary').all()) await summary.click();
  await page.waitForLoadState('networkidle');
  const faults = withoutData(await page.evaluate<string[]>(shownWords), data).map((words) => `in Chinese: ${words}`);
  if ((await page.locator('h1').count()) !== 1) faults.push('not one heading of the first level');
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    if (!(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth'))) faults.push(`wider than ${width} pixels`);
  }
  if (await page.evaluate<boolean>('document.getAnimations().some(({ effect }) => effect.getTiming().duration > 1)')) faults.push('moves');
  faults.push(
    ...(await look(page, `en-${who}${address.replaceAll('/', '-').replace(world.ids.graduate, 'graduate').replace(roster, 'roster')}`)),
  );
  return faults.map((fault) => `${address}: ${fault}`);
}

/** Every text that is read or read out, but the places of a region picker, which have one name. */
const shownWords = `[...document.querySelectorAll('body *')].filter((element) => !element.closest('.region-picker, [lang="zh-CN"], noscript')).flatMap((element) => [
  ...[...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent), ...['aria-label', 'alt', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? '')])`;

describe.each([
  ['graduate', 'own', 'phone'],
  ['school', 'desk', 'desktop'],
  ['province', 'desk', 'desktop'],
] as const)('every page, in English, as the %s sees it', (who, list, viewport) => {
  it('speaks English, needs no scrolling sideways at 200 % and 400 %, keeps still for who wants it, and has no barriers', async () => {
    const { context, page, watch } = await openTab(browser, app.url, viewport, clients[who].cookie);
    await page.addInitScript(`localStorage.setItem('language', 'en')`);
    const data = new Set<string>();
    page.on('response', (response) => {
      if (response.headers()['content-type']?.startsWith('application/json'))
        void response.json().then(
          (body: unknown) => {
            for (const text of dataIn(body)) data.add(text);
          },
          () => undefined,
        );
    });
    const faults: string[] = [];
    const paths = await pathsOf(list);
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths) faults.push(...(await faultsOf(page, who, `/${list === 'own' ? 'me' : 'desk'}/${path}`, data)));
    expect(faults).toEqual([]);
    expect(watch.complaints).toEqual([]);
    await context.close();
  });
});
