import type { Browser, Page } from 'playwright-core';
import { openApplication, type TestApplication } from '../../api/support/application.ts';
import type { Client } from '../../api/support/client.ts';
import { launchBrowser, openTab, type viewports } from '../../support/browser/browser.ts';

/** The application and a browser, for all tests of one file. */
export interface Site {
  readonly app: TestApplication;
  /** A tab with cookies of its own, signed in as the client. It is closed after the test, which fails if the page has thrown, was refused by the content policy or has asked elsewhere. */
  openPage(viewport: keyof typeof viewports, client?: Client): Promise<Page>;
}

export function openSite(): Site {
  let app: TestApplication;
  let browser: Browser;
  const tabs: Awaited<ReturnType<typeof openTab>>[] = [];
  beforeAll(async () => {
    [app, browser] = await Promise.all([openApplication(), launchBrowser()]);
  });
  afterEach(async () => {
    const opened = tabs.splice(0);
    await Promise.all(opened.map(({ context }) => context.close()));
    expect(opened.flatMap(({ watch }) => watch.complaints)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  return {
    get app() {
      return app;
    },
    async openPage(viewport, client) {
      const tab = await openTab(browser, app.url, viewport, client?.cookie);
      tabs.push(tab);
      return tab.page;
    },
  };
}
