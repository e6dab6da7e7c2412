import puppeteer, { type Browser, type Page } from 'puppeteer';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { statementHtml } from '../../domain/statements/statement-html.ts';
import { STATEMENT_FONT } from '../../domain/statements/statement-style.ts';
import { layOutStatement } from '../../domain/statements/statement-layout.ts';
import type { StatementContent } from '../../domain/statements/statement-content.ts';
import { findChromium } from '../../infra/pdf/chromium-path.ts';
import { createQrCode, qrPng } from '../../infra/pdf/qr-code.ts';

const font = readFileSync(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
const fontUrl = 'http://fonts.invalid/noto-sans-sc.ttf';

/** The same page with the whole font from an address, as one writes it at first. */
function pageOf(content: StatementContent): string {
  const qrImage = content.number && `data:image/png;base64,${qrPng(createQrCode(content.number.qrContent)).toString('base64')}`;
  const face = `<style>@font-face { font-family: '${STATEMENT_FONT}'; src: url('${fontUrl}') format('truetype'); }</style>`;
  return statementHtml(layOutStatement(content), qrImage).replace(/<meta http-equiv[^>]*>/, face);
}

async function print(page: Page, content: StatementContent): Promise<Uint8Array> {
  await page.setContent(pageOf(content), { waitUntil: 'load' });
  return page.pdf({ preferCSSPageSize: true, printBackground: true });
}

const launch = async () =>
  puppeteer.launch({
    ...(await findChromium(process.env['PUPPETEER_EXECUTABLE_PATH'])),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on(
    'request',
    (request) =>
      void (request.url() === fontUrl
        ? request.respond({
            body: font,
            contentType: 'font/ttf',
            headers: { 'access-control-allow-origin': '*', 'cache-control': 'max-age=3600' },
          })
        : request.continue()),
  );
  return page;
}

/** (a) A browser for each PDF. */
export async function printWithOwnBrowser(content: StatementContent): Promise<Uint8Array> {
  const browser = await launch();
  try {
    return await print(await openPage(browser), content);
  } finally {
    await browser.close();
  }
}

/** (b) One page, used again and again, with the whole font as a web font. */
export async function openReusedPage(): Promise<{ print(content: StatementContent): Promise<Uint8Array>; close(): Promise<void> }> {
  const browser = await launch();
  const page = await openPage(browser);
  return { print: (content) => print(page, content), close: () => browser.close() };
}
