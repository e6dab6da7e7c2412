import type { Browser } from 'playwright-core';
import { openTab } from '../../test/support/browser/browser.ts';

/** Processor divided by `slowdown`; the delay is that of Lighthouse's slow 4G. */
export const slowPhone = { slowdown: 4, megabits: 1.6, delayMs: 150 } as const;

export interface Load {
  readonly scripts: number;
  /** As they came over the wire, with their headers. */
  readonly scriptBytes: number;
  readonly allBytes: number;
  /** From the start of the navigation. */
  readonly largestPaintMs: number;
}

const notePaints =
  'new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.largestPaint = entry.startTime; }).observe({ type: "largest-contentful-paint", buffered: true })';

/** One load with empty caches. The browser counts paints until somebody touches the page, so that nothing is waited for but a quiet network. */
export async function loadPage(browser: Browser, url: string, path: string, cookie: string): Promise<Load> {
  const { context, page } = await openTab(browser, url, 'phone', cookie);
  await page.addInitScript(notePaints);
  const session = await context.newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => void bytes.set(requestId, encodedDataLength));
  await session.send('Network.enable');
  const perSecond = (slowPhone.megabits * 1_000_000) / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowPhone.delayMs,
    downloadThroughput: perSecond,
    uploadThroughput: perSecond / 2,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.slowdown });
  await page.goto(path);
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle');
  const largestPaintMs = await page.evaluate<number>('window.largestPaint');
  await context.close();
  const scripts = [...bytes].filter(([id]) => kinds.get(id) === 'Script').map(([, size]) => size);
  const sum = (sizes: Iterable<number>): number => [...sizes].reduce((total, size) => total + size, 0);
  return { scripts: scripts.length, scriptBytes: sum(scripts), allBytes: sum(bytes.values()), largestPaintMs };
}
