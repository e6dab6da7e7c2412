import puppeteer, { type Browser, type Page } from 'puppeteer';
import { findChromium } from './chromium-path.ts';
import { createLimit } from './limit.ts';
import { PdfError } from './pdf-error.ts';

/** One Chromium per process with a few pages that are reused (trap 7). */
export interface PdfBrowser {
  /** Lends a blank page that cannot reach any network; a page whose work failed is not used again. */
  withPage<T>(work: (page: Page) => Promise<T>): Promise<T>;
  /** Ends Chromium; afterwards nothing can be printed. */
  close(): Promise<void>;
}

const timeoutMs = 30_000;
// A page that has printed for a long time holds on to memory.
const usesPerPage = 500;

const flags = [
  '--no-sandbox', // root and containers have none; pages are our own, without scripts or network
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

const launch = async (executablePath: string | undefined): Promise<Browser> => {
  const chromium = await findChromium(executablePath);
  try {
    // Signals belong to the worker, which drains first; puppeteer's own handlers would end the process.
    const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
    return await puppeteer.launch({ ...chromium, ...signals, args: flags, timeout: timeoutMs, protocolTimeout: timeoutMs });
  } catch {
    throw new PdfError('BROWSER_UNAVAILABLE', 'Chromium does not start');
  }
};

const openPage = async (browser: Browser): Promise<Page> => {
  const page = await browser.newPage();
  page.setDefaultTimeout(timeoutMs);
  await page.setJavaScriptEnabled(false);
  // Deciding on each request here would ask us about every font of every statement.
  const network = await page.createCDPSession();
  await network.send('Network.enable');
  await network.send('Network.setBlockedURLs', { urls: ['http://*', 'https://*', 'ws://*', 'wss://*', 'ftp://*', 'file://*', 'blob:*'] });
  await page.setOfflineMode(true);
  return page;
};

/** Starts Chromium at the first use and again after a crash; `pages` is how many print at once. */
export const createPdfBrowser = ({
  executablePath,
  pages = 2,
}: { executablePath?: string | undefined; pages?: number } = {}): PdfBrowser => {
  const idle: { page: Page; uses: number }[] = [];
  const limit = createLimit(pages);
  let running: Promise<Browser> | undefined;
  let closed = false;

  const start = async (): Promise<Browser> => {
    const browser = await launch(executablePath);
    browser.once('disconnected', () => {
      running = undefined;
      idle.length = 0;
    });
    return browser;
  };
  const getBrowser = (): Promise<Browser> => {
    if (closed) throw new PdfError('BROWSER_UNAVAILABLE', 'the browser has been closed');
    running ??= start().catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
  const takePage = async () => {
    const browser = await getBrowser();
    return idle.pop() ?? { page: await openPage(browser), uses: 0 };
  };
  const giveBack = async (lent: { page: Page; uses: number }, good: boolean): Promise<void> => {
    lent.uses += 1;
    if (good && !closed && !lent.page.isClosed() && lent.uses < usesPerPage) idle.push(lent);
    else await lent.page.close().catch(() => undefined);
  };

  return {
    withPage: (work) =>
      limit(async () => {
        const lent = await takePage();
        let good = false;
        try {
          const result = await work(lent.page);
          good = true;
          return result;
        } finally {
          await giveBack(lent, good);
        }
      }),
    close: async () => {
      closed = true;
      const browser = await running?.catch(() => undefined);
      await browser?.close();
    },
  };
};
