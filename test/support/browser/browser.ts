import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../../infra/pdf/chromium-path.ts';
import { projectRoot } from '../../../scripts/stack/project-root.ts';

export const viewports = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const;

/** A real Chromium. The packaged one is the headless shell, which wants its sandbox off where there is no user namespace. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath } = await findChromium(process.env['PUPPETEER_EXECUTABLE_PATH']);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--font-render-hinting=none'] });
}

/** What the tests look at after each page: nothing thrown, nothing refused by the content policy, nothing loaded from elsewhere. */
export interface Watch {
  readonly complaints: string[];
}

/** A tab on a phone or a desktop, in Chinese, without animations. */
export async function openTab(
  browser: Browser,
  url: string,
  viewport: keyof typeof viewports,
  cookie?: string,
): Promise<{ context: BrowserContext; page: Page; watch: Watch }> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: viewports[viewport],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...(viewport === 'phone' && { hasTouch: true, isMobile: true }),
  });
  if (cookie !== undefined) {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url }]);
  }
  const page = await context.newPage();
  return { context, page, watch: watchPage(page, url) };
}

function watchPage(page: Page, url: string): Watch {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // What the server refuses is shown in the page, and looked for there.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && /^https?:/.test(request.url()))
      complaints.push(`asked elsewhere: ${new URL(request.url()).host}`);
  });
  return { complaints };
}

const successCriteria = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 AA, as lines that say what and where. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, { runOnly: ${JSON.stringify(successCriteria)} })`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** Keeps a picture of the page for people to look at, and returns what axe finds on it. */
export async function look(page: Page, name: string): Promise<string[]> {
  const folder = join(projectRoot, 'out', 'screens');
  await mkdir(folder, { recursive: true });
  const width = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  return findBarriers(page);
}
