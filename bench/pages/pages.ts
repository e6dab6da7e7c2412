import type { CDPSession } from 'playwright-core';
import { renderTable } from '../../scripts/text-table.ts';
import { launchBrowser, openTab } from '../../test/support/browser/browser.ts';

const slowPhone = { cpu: 4, kilobitsPerSecond: 1_600, latencyMs: 150 };
const largestPaint = `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))`;

/** `pages <address> <user> <password>`: what a graduate's first page weighs and how soon it is painted on a slow phone; needs `npm start` running. */
export async function run([url = 'http://127.0.0.1:3000', user = '2023010001', password = 'sample-only-password']: readonly string[]): Promise<void> {
  const browser = await launchBrowser();
  try {
    const { page, context } = await openTab(browser, url, 'phone');
    await page.goto('/auth/sign-in?returnTo=/me');
    await page.locator('[name=sub]').fill(user);
    await page.locator('[name=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL('**/me**');
    const session = await context.newCDPSession(page);
    const rows = [await measure(session, async (path) => { await page.goto(path); await page.waitForLoadState('networkidle'); return page.evaluate<number>(largestPaint); }, page.url())];
    process.stdout.write(`${renderTable(['page', 'script KB', 'style KB', 'largest paint ms'], rows.map(({ scriptKb, styleKb, paintMs }) => ['first page of a graduate', scriptKb.toFixed(1), styleKb.toFixed(1), paintMs.toFixed(0)]))}\n`);
    process.stdout.write(`${JSON.stringify({ bench: 'pages', phone: slowPhone, rows })}\n`);
  } finally {
    await browser.close();
  }
}

/** Compressed bytes over the wire, with an empty cache. */
async function measure(session: CDPSession, open: (path: string) => Promise<number>, path: string): Promise<{ scriptKb: number; styleKb: number; paintMs: number }> {
  const kinds = new Map<string, string>();
  const bytes = { Script: 0, Stylesheet: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind === 'Script' || kind === 'Stylesheet') bytes[kind] += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.cpu });
  const perSecond = (slowPhone.kilobitsPerSecond * 1_000) / 8;
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: slowPhone.latencyMs, downloadThroughput: perSecond, uploadThroughput: perSecond });
  const paintMs = await open(path);
  return { scriptKb: bytes.Script / 1024, styleKb: bytes.Stylesheet / 1024, paintMs };
}
