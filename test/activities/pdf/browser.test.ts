import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer';
import { createPdfBrowser, type PdfBrowser } from '../../../infra/pdf/browser.ts';

let browser: PdfBrowser;
beforeEach(() => {
  browser = createPdfBrowser({ pages: 2 });
});
afterEach(() => browser.close());

const pageItself = async (page: Page): Promise<Page> => page;

describe('PDF browser', () => {
  it('reuses its pages, and not one whose work failed (trap 7, trap 11)', async () => {
    const first = await browser.withPage(pageItself);
    expect(await browser.withPage(pageItself)).toBe(first);
    await expect(browser.withPage(async () => Promise.reject(new Error('work failed')))).rejects.toThrow('work failed');
    expect(first.isClosed()).toBe(true);
    const second = await browser.withPage(pageItself);
    expect(second).not.toBe(first);
    expect(second.browser()).toBe(first.browser());
  });

  it('works on so many pages at once and no more', async () => {
    const pages = new Set<Page>();
    await Promise.all(
      Array.from({ length: 8 }, () =>
        browser.withPage(async (page) => {
          pages.add(page);
          await page.setContent('<p>x</p>');
        }),
      ),
    );
    expect(pages.size).toBe(2);
  });

  it('starts again after a crash', async () => {
    const killed = await browser.withPage(async (page): Promise<Browser> => page.browser());
    const gone = new Promise((resolve) => killed.once('disconnected', resolve));
    killed.process()?.kill('SIGKILL');
    await gone;
    const html = await browser.withPage(async (page) => {
      await page.setContent('<p>again</p>');
      return page.content();
    });
    expect(html).toContain('again');
  });

  it('reaches no address and runs no script of a page', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const html = await browser.withPage(async (page) => {
        await page.setContent(
          `<link rel="stylesheet" href="${origin}/style"><img src="${origin}/image"><iframe src="${origin}/frame"></iframe><p>safe</p><script>document.body.textContent = 'ran'</script>`,
          { waitUntil: 'load' },
        );
        return page.content();
      });
      expect(html).toContain('<p>safe</p>');
      expect(asked).toEqual([]);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  it('prints nothing after it was closed', async () => {
    await browser.withPage(pageItself);
    await browser.close();
    await expect(browser.withPage(pageItself)).rejects.toMatchObject({ code: 'BROWSER_UNAVAILABLE' });
  });

  it('says that a configured browser does not exist', async () => {
    const other = createPdfBrowser({ executablePath: '/nowhere/chromium' });
    await expect(other.withPage(pageItself)).rejects.toMatchObject({
      code: 'BROWSER_UNAVAILABLE',
      message: 'the configured Chromium does not exist',
    });
    await other.close();
  });
});
