import type { Page } from 'puppeteer';
import type { StatementContent } from '../../domain/statements/statement-content.ts';
import type { StatementSigner } from '../signing/statement-signer.ts';
import type { PdfBrowser } from './browser.ts';
import { loadTypeface, type Typeface } from './font.ts';
import { PdfError } from './pdf-error.ts';
import { sealStatement } from './seal-statement.ts';
import { buildStatementPage } from './statement-page.ts';

/** Prints a statement as a tagged PDF of one A4 page, signed at `at` (milliseconds since 1970) if it carries a number. Throws PdfError. */
export type RenderStatement = (content: StatementContent, at: number) => Promise<Uint8Array>;

// An expression and not a function: it runs in the page, where neither our types nor a test's instrumentation exist.
// What does not fit is made smaller step by step, but for the QR code; it would be cut off without a word.
const layOut = `document.fonts.ready.then((fonts) => {
  if ([...fonts].some((face) => face.status === 'error')) return 'FONT';
  const limit = document.body.clientHeight - parseFloat(getComputedStyle(document.body).paddingBottom);
  const parts = [...document.querySelectorAll('header div, main, footer')];
  for (let zoom = 1; zoom > 0.45; zoom -= 0.05) {
    if (zoom < 1) for (const part of parts) part.style.zoom = zoom;
    if (parts.at(-1).getBoundingClientRect().bottom <= limit) return 'FITS';
  }
  return 'LONG';
})`;

const print = async (page: Page, html: string): Promise<Buffer> => {
  await page.setContent(html, { waitUntil: 'load' });
  const outcome = await page.evaluate(layOut);
  if (outcome === 'FONT') throw new PdfError('RENDER_FAILED', 'a font was refused by the browser');
  if (outcome === 'LONG') throw new PdfError('CONTENT_TOO_LONG', 'the statement does not fit on one page');
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: false });
  return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
};

/** Statements on a browser that lives as long as the process; the font is loaded at the first one. Without a signer nothing is signed. */
export const createStatementRenderer = (browser: PdfBrowser, signer: StatementSigner | null): RenderStatement => {
  let typeface: Promise<Typeface> | undefined;
  return async (content, at) => {
    typeface ??= loadTypeface();
    const { html, qrCode } = await buildStatementPage(content, await typeface);
    try {
      const pdf = await browser.withPage((page) => print(page, html));
      return await sealStatement({ pdf, content, qrCode, at }, signer);
    } catch (error) {
      if (error instanceof PdfError) throw error;
      // The browser's messages may quote the page, which is full of personal data.
      throw new PdfError('RENDER_FAILED', 'the browser did not print the statement');
    }
  };
};
