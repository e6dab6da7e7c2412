import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import QRCode from 'qrcode';
import { findChromium } from '../../../infra/pdf/chromium-path.ts';
import { printedCode } from '../../support/offline/issued-numbers.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { numberOf, unknownNumber } from '../support/numbers.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../support/people.ts';
import { numbered } from '../support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;
let browser: Browser;
let page: Page;
let grantId: string;
let number: string;
/** What the page has asked the server, and what went wrong in it. */
let asked: string[];
let complaints: string[];

beforeAll(async () => {
  const tight = { capacity: 3, secondsEach: 60 };
  app = await openApplication({
    environment: { VERIFICATION_LIMITS: JSON.stringify({ challengeBits: 10, address: { free: tight, challenged: tight } }) },
  });
  browser = await puppeteer.launch({ ...(await findChromium()), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(async () => {
  people = await schoolWithPeople(app);
  ({ grantId } = await numbered(app, people));
  number = await numberOf(app, 'VERIFICATION', grantId);
  await app.record.pool.query('DELETE FROM "guess_budget"');
  [asked, complaints] = [[], []];
  page = await (await browser.createBrowserContext()).newPage();
  await page.setExtraHTTPHeaders({ 'accept-language': 'zh-CN' });
  await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'language', { get: () => 'zh-CN' }));
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(request.url());
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(app.url)) complaints.push(request.url());
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
});
afterEach(async () => {
  await page.browserContext().close();
  expect(complaints).toEqual([]);
});

const open = (entry = 'dossier', fragment = '') => page.goto(`${app.url}/verification/${entry}${fragment}`, { waitUntil: 'networkidle0' });
/** What the page computes; text, since nothing else here knows a document. */
const inPage = <T>(expression: string) => page.evaluate(expression) as Promise<T>;
const shownText = (selector: string) => inPage<string>(`document.querySelector('${selector}').innerText`);

async function verify(name: string, typed: string): Promise<void> {
  for (const [field, text] of [
    ['name', name],
    ['number', typed],
  ] as const) {
    await inPage(`document.querySelector('#${field}').value = ''`);
    await page.type(`#${field}`, text);
  }
  await page.click('form button');
}

/** Waits for an answer of a shape and gives its heading. */
async function answer(shape: string): Promise<string> {
  await page.waitForFunction(
    `document.querySelector('#answer').className === '${shape}' && !document.querySelector('#answer h2').textContent.includes('核验中')`,
    { timeout: 20_000 },
  );
  return shownText('#answer h2');
}

describe('the page of verification', () => {
  it('R49 R52 says what is true in one word and one shape, with what to compare first, and the notice beside it', async () => {
    await open();
    expect(await shownText('aside')).toMatch(
      /国办发〔2022〕13号[^]*机关、国有企事业单位[^]*非公单位[^]*户籍地[^]*毕业生本人[^]*加六个月[^]*3 月 31 日/,
    );
    await verify('示例同学', number.toLowerCase());
    expect(await answer('valid')).toBe('有效');
    expect(await shownText('#answer dl')).toMatch(/姓名\s+示例同学[^]*示例大学[^]*接收单位/);
    expect(await page.$$eval('#answer svg circle', (shapes) => shapes.length)).toBe(1);
    await page.click('#language');
    expect([await shownText('#answer h2'), await shownText('aside')]).toEqual(['Valid', expect.stringContaining('state-owned enterprise')]);
    expect(await page.$eval('html', (html) => html.lang)).toBe('en');
  });

  it('R49 a wrong character is said at once by the server’s own check, and nothing is sent', async () => {
    await open();
    await verify('示例同学', `${number.slice(0, -1)}${number.endsWith('A') ? 'C' : 'A'}`);
    expect(await shownText('#number-problem')).toContain('至少有一位输错');
    expect(await page.$eval('#number', (input) => input.getAttribute('aria-invalid'))).toBe('true');
    await verify('示例同学', number.slice(0, 14));
    expect(await shownText('#number-problem')).toContain('15 位');
    expect(asked).toEqual([]);
    await verify('示例同学', number);
    expect([await answer('valid'), await shownText('#number-problem'), asked.length]).toEqual(['有效', '', 1]);
  });

  it('X23 keeps name and number out of the address even where its script does not run', async () => {
    await page.setJavaScriptEnabled(false);
    await open();
    await page.type('#name', '示例同学');
    await page.type('#number', number);
    await Promise.all([page.waitForNavigation(), page.click('form button')]);
    expect(page.url()).toBe(`${app.url}/verification/dossier`);
    expect(app.log()).not.toContain(number);
  });

  it('R31 R50 each outcome has words and a shape of its own', async () => {
    await open();
    await verify('示例同学', unknownNumber());
    expect([await answer('unknown'), await page.$$eval('#answer svg rect', ({ length }) => length)]).toEqual(['未查询到', 1]);
    await people.clients.graduate.post(`/api/graduates/${people.graduate.graduateId}/grants/${grantId}/closing`);
    await verify('示例同学', number);
    expect([
      await answer('refused'),
      await page.$$eval('#answer svg polygon', ([shape]) => shape?.getAttribute('points')?.split(' ').length),
    ]).toEqual(['已关闭', 8]);
    await page.setOfflineMode(true);
    await verify('示例同学', number);
    expect([
      await answer('unclear'),
      await page.$$eval('#answer svg polygon', ([shape]) => shape?.getAttribute('points')?.split(' ').length),
    ]).toEqual(['暂时无法判断', 3]);
    await page.setOfflineMode(false);
    expect(await shownText('#answer')).toContain('不说明登记表有问题');
  });

  it('R49 solves a challenge by itself, and says when even that is used up', async () => {
    await open();
    for (let count = 0; count < 3; count += 1) {
      await verify('别人', unknownNumber());
      await answer('unknown');
    }
    asked.length = 0;
    await verify('示例同学', number);
    expect(await answer('valid')).toBe('有效');
    expect(asked).toHaveLength(2);
    for (let count = 0; count < 3; count += 1) {
      await verify('别人', unknownNumber());
      await answer('unknown');
    }
    await verify('示例同学', number);
    expect([await answer('unclear'), await shownText('#answer')]).toEqual(['暂时无法判断', expect.stringContaining('查询过于频繁')]);
  });

  it('R49 X23 a scan needs no typing, and its token leaves the address bar at once', async () => {
    const [, token = ''] = (await printedCode(app.record, 'VERIFICATION', grantId)).split('#');
    await open('dossier', `#${token}`);
    expect(await answer('valid')).toBe('有效');
    expect(page.url()).toBe(`${app.url}/verification/dossier`);
  });

  it('R49 reads the code on a photo, leads to the other entry when the statement is for it, and says what is no statement', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'quxiang-scan-'));
    const photograph = async (content: string): Promise<void> => {
      const path = join(folder, 'photo.png');
      await QRCode.toFile(path, content, { errorCorrectionLevel: 'M', scale: 4 });
      const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('label.button')]);
      await chooser.accept([path]);
    };
    const code = await printedCode(app.record, 'VERIFICATION', grantId);
    await open();
    await photograph('https://example.com/elsewhere#AAAA');
    await page.waitForFunction(`document.querySelector('#scan-problem').innerText.includes('不是登记表')`);
    await photograph(code);
    expect(await answer('valid')).toBe('有效');
    await open('hukou');
    await photograph(code);
    await page.waitForFunction(`location.pathname === '/verification/dossier'`);
    expect([await answer('valid'), new URL(page.url()).hash]).toEqual(['有效', '']);
    await rm(folder, { recursive: true });
  });

  it('R49 the receipt is shown with its number and signature, is saved, and prints without the form', async () => {
    await open();
    await verify('示例同学', number);
    await answer('valid');
    await page.click('.receipt button');
    await page.waitForSelector('.receipt code');
    const receipt = await shownText('.receipt');
    expect(receipt).toMatch(/回执编号\s+[0-9a-f-]{36}[^]*示\*\*学/);
    expect(receipt).not.toContain(number);
    await page.emulateMediaType('print');
    const visible = (selector: string) => inPage<boolean>(`getComputedStyle(document.querySelector('${selector}')).display !== 'none'`);
    expect([
      await visible('form'),
      await visible('aside'),
      await visible('.receipt button'),
      await visible('.receipt code'),
      await visible('#answer h2'),
      await visible('.record'),
    ]).toEqual([false, false, false, true, true, false]);
  });
});
