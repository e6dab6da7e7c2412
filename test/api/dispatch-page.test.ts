import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import sharp from 'sharp';
import { issueReceiptToken } from '../../infra/dispatch/receipt-token.ts';
import { findChromium } from '../../infra/pdf/chromium-path.ts';
import { sentDispatch } from '../support/record/dispatches.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { schoolWithPeople } from './support/people.ts';
import { numbered } from './support/stages.ts';

let app: TestApplication;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  app = await openApplication();
  browser = await puppeteer.launch({ ...(await findChromium()), args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
  folder = await mkdtemp(join(tmpdir(), 'receipt-'));
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the page of a scanned slip, on a phone', () => {
  it('R63 X23 reports a receipt with a photograph, under the strict policy; the token never leaves in an address', async () => {
    const people = await schoolWithPeople(app);
    await numbered(app, people);
    const id = await sentDispatch(app.record, people.graduate.graduateId);
    const token = issueReceiptToken(app.deps.offlineSigning, id);
    const picture = join(folder, 'photo.jpg');
    await writeFile(
      picture,
      await sharp({ create: { width: 60, height: 40, channels: 3, background: '#999' } })
        .jpeg()
        .toBuffer(),
    );
    const page = await browser.newPage();
    await page.setViewport({ width: 360, height: 740, isMobile: true, hasTouch: true });
    const [addresses, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => addresses.push(request.url().split('#')[0] ?? ''));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));

    await page.goto(`${app.url}/receipt#${token}`, { waitUntil: 'networkidle0' });
    await page.waitForSelector('form:not([hidden])');
    expect(page.url()).toBe(`${app.url}/receipt`);
    expect(await page.$eval('#slip', (list) => list.textContent)).toContain('示例大学');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.type('#name', '收件人');
    await page.type('#phone', '010-87654321');
    const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('#file')]);
    await chooser.accept([picture]);
    await page.click('button[type=submit]');
    await page.waitForFunction(`document.querySelector('#message').textContent.includes('等待学校确认')`);
    expect((await people.clients.schoolAdmin.get(`/api/dispatches/${id}`)).body).toMatchObject({
      status: 'REPORTED',
      report: { name: '收件人', photograph: true },
    });
    expect(addresses.filter((address) => address.includes(token))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(app.log()).not.toContain(token);
    await page.close();
  }, 60_000);

  it('R63 says of a wrong code that it is wrong, and shows no form', async () => {
    const page = await browser.newPage();
    await page.goto(`${app.url}/receipt#MADEUP`);
    await page.waitForFunction(`document.querySelector('#message').textContent.includes('二维码无效')`);
    expect(await page.$('form:not([hidden])')).toBeNull();
  });
});
