import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import QRCode from 'qrcode';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { findDueLists, publishStatusList } from '../../infra/offline/status-lists.ts';
import { findChromium } from '../../infra/pdf/chromium-path.ts';
import { projectRoot } from '../../scripts/stack/project-root.ts';
import { graduateActor, run } from '../support/record/commands.ts';
import { confirmedGraduate, issueGrant, printedCode } from '../support/offline/issued-numbers.ts';
import { openApplication, type TestApplication } from './support/application.ts';

let app: TestApplication;
let live: string;
let closed: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quxiang-offline-'));
  app = await openApplication();
  const { record } = app;
  const [holder, other] = [await confirmedGraduate(record), await confirmedGraduate(record)];
  const [liveId, closedId] = [await issueGrant(holder), await issueGrant(other)];
  live = await printedCode(record, 'VERIFICATION', liveId);
  closed = await printedCode(record, 'VERIFICATION', closedId);
  await run(record, other.graduate.graduateId, graduateActor(other.graduate), 'CLOSE_GRANT', { grantId: closedId });
  const desk = { pool: record.pool, offlineSigning: record.keyring.offlineSigning };
  for (const list of await findDueLists(desk)) await publishStatusList(desk, list);
});
afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(app.url + path, { headers });

describe('X23 keys and status lists', () => {
  it('are public, and caches may keep them: a list until its successor is due, with a tag', async () => {
    const keys = await get('/api/offline/keys');
    expect([keys.status, keys.headers.get('cache-control')]).toEqual([200, 'public, max-age=3600']);
    expect(await keys.json()).toEqual({
      keys: [
        {
          kty: 'OKP',
          crv: 'Ed25519',
          use: 'sig',
          kid: app.record.keyring.offlineSigning.current,
          x: expect.stringMatching(/^[\w-]{43}$/) as string,
        },
      ],
    });
    expect(await (await get('/api/offline/lists')).json()).toEqual({
      lists: [{ list: 0, issuedAt: expect.any(Number) as number, expiresAt: expect.any(Number) as number }],
      clockAheadMs: 0,
    });
    const list = await get('/api/offline/lists/0');
    const [, maxAge] = /^public, max-age=(\d+)$/.exec(list.headers.get('cache-control') ?? '') ?? [];
    expect(Number(maxAge)).toBeGreaterThan(0);
    expect(Number(maxAge)).toBeLessThanOrEqual(900);
    const again = await get('/api/offline/lists/0', { 'if-none-match': list.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('that nobody has published are not found, and what is no list is refused', async () => {
    expect((await get('/api/offline/lists/2')).status).toBe(404);
    expect((await get('/api/offline/lists/65536')).status).toBe(400);
    expect((await get('/api/offline/lists/x')).status).toBe(400);
  });
});

describe('X23 the page for verification without a network', () => {
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await puppeteer.launch({
      ...(await findChromium()),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${await filmOf(live)}`,
      ],
    });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    page = await (await browser.createBrowserContext()).newPage();
    complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${app.url}/offline`);
    await page.waitForFunction(`document.querySelector('#knowledge').textContent.startsWith('已联网更新')`);
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  });
  afterEach(async () => {
    await page.browserContext().close();
    expect(complaints).toEqual([]);
  });

  async function answerTo(code: string): Promise<{ kind: string; text: string }> {
    await forget();
    await page.evaluate(`document.querySelector('#code').value = ${JSON.stringify(code)}`);
    await page.click('#question button[type=submit]');
    return answer();
  }
  /** So that the next answer is known to be new. */
  const forget = () => page.evaluate(`document.querySelector('#answer').className = ''`);
  async function answer(): Promise<{ kind: string; text: string }> {
    await page.waitForFunction(`document.querySelector('#answer').className !== ''`);
    return page.$eval('#answer', (box) => ({ kind: box.className, text: box.textContent }));
  }

  it('answers good, bad and cannot tell without a network, and shows what the paper must say', async () => {
    await page.setOfflineMode(true);
    await page.reload();
    await page.waitForFunction(`document.querySelector('#knowledge').textContent.startsWith('未联网')`);
    const good = await answerTo(live);
    expect(good).toMatchObject({ kind: 'GOOD', text: expect.stringMatching(/^有效（截至 \d{4}-\d\d-\d\d \d\d:\d\d）/) as string });
    for (const text of ['示例同学', '示例大学', '核验编号']) expect(good.text).toContain(text);
    expect(await answerTo(closed)).toMatchObject({ kind: 'BAD', text: expect.stringContaining('已失效或已被关闭') as string });
    expect((await answerTo(live.slice(0, -3) + (live.at(-3) === 'A' ? 'B' : 'A') + live.slice(-2))).kind).toBe('BAD');
    // Half an hour later the same list says nothing any more.
    await page.evaluate(() => {
      const real = Date.now;
      Date.now = () => real() + 31 * 60_000;
    });
    expect(await answerTo(live)).toMatchObject({ kind: 'CANNOT_TELL', text: expect.stringContaining('状态列表已过期') as string });
  });

  it('cannot tell on a device that has nothing', async () => {
    await page.evaluate('(async () => { for (const name of await caches.keys()) await caches.delete(name); })()');
    expect(await answerTo(live)).toMatchObject({ kind: 'CANNOT_TELL', text: expect.stringContaining('公钥未知') as string });
  });

  it('reads a photo, and the camera', async () => {
    const photo = join(folder, 'photo.png');
    await QRCode.toFile(photo, closed, { errorCorrectionLevel: 'M', scale: 4 });
    const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('label.button')]);
    await chooser.accept([photo]);
    expect((await answer()).kind).toBe('BAD');
    await forget();
    await page.click('#camera');
    expect((await answer()).kind).toBe('GOOD');
    expect(await page.evaluate(`document.querySelector('#view').hidden`)).toBe(true);
  });
});

describe('X23 the command line tool', () => {
  async function verify(...args: string[]): Promise<{ code: number | null; out: string }> {
    const child = spawn(process.execPath, [join(projectRoot, 'scripts/verify-offline.ts'), '--kept', join(folder, 'kept'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        out += String(chunk);
      });
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, out };
  }

  it('answers by text and by picture, with a network and then without, and cannot tell before it has loaded anything', async () => {
    expect(await verify('--offline', live)).toMatchObject({ code: 2, out: expect.stringContaining('无法判断') as string });
    expect(await verify('--from', app.url, live)).toMatchObject({ code: 0, out: expect.stringContaining('示例同学') as string });
    const picture = join(folder, 'scan.png');
    await writeFile(picture, await QRCode.toBuffer(closed, { errorCorrectionLevel: 'M', scale: 3 }));
    expect(await verify('--offline', picture)).toMatchObject({ code: 1, out: expect.stringContaining('✗ 无效') as string });
    expect((await verify('--from', 'http://127.0.0.1:1', live)).out).toMatch(/what was kept serves[^]*✓ 有效/);
  });
});

/** A film for the fake camera in which somebody holds a code still: pictures of 640 × 640 in YUV4MPEG2. */
async function filmOf(code: string): Promise<string> {
  const size = 640;
  const { modules } = QRCode.create(code, { errorCorrectionLevel: 'M' });
  const scale = Math.floor(size / (modules.size + 8));
  const margin = Math.floor((size - scale * modules.size) / 2);
  const luma = Buffer.alloc(size * size, 235);
  for (let y = 0; y < scale * modules.size; y += 1) {
    for (let x = 0; x < scale * modules.size; x += 1)
      if (modules.get(Math.floor(y / scale), Math.floor(x / scale))) luma[(y + margin) * size + x + margin] = 16;
  }
  const path = join(folder, 'film.y4m');
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((size * size) / 2, 128)]);
  await writeFile(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${size} H${size} F10:1 Ip A1:1 C420jpeg\n`), frame, frame, frame]));
  return path;
}
