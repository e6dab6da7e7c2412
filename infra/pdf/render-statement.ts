import type { Page } from 'puppeteer';
import type { StatementContent } from '../../domain/statements/statement-content.ts';
import type { PdfBrowser } from './browser.ts';
import { compactPdf } from './compact-pdf.ts';
import { loadTypefaces, type Typefaces } from './font.ts';
import { PdfError } from './pdf-error.ts';
import { buildStatementPage } from './statement-page.ts';

/** Prints a statement as a tagged PDF of one A4 page. Throws PdfError. */
export type RenderStatement = (content: StatementContent) => Promise<Uint8Array>;

// Expressions and not functions: they run in the page, where neither our types nor a test's instrumentation exist.
const fontsFailed = `document.fonts.ready.then((fonts) => [...fonts].some((face) => face.status === 'error'))`;
const shrinkToFit = `[1, 0.92, 0.85, 0.78].some((zoom) => {
  for (const part of document.body.children) if (part.className !== 'specimen') part.style.zoom = zoom;
  const limit = document.body.clientHeight - parseFloat(getComputedStyle(document.body).paddingBottom);
  return document.body.lastElementChild.getBoundingClientRect().bottom <= limit;
})`;

const print = async (page: Page, html: string): Promise<Uint8Array> => {
  await page.setContent(html, { waitUntil: 'load' });
  if (await page.evaluate(fontsFailed)) throw new PdfError('RENDER_FAILED', 'a font was refused by the browser');
  // What does not fit would be cut off without a word.
  if (!(await page.evaluate(shrinkToFit))) throw new PdfError('CONTENT_TOO_LONG', 'the statement does not fit on one page');
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: false });
  return compactPdf(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
};

/** Statements on a browser that lives as long as the process; fonts are loaded at the first one. */
export const createStatementRenderer = (browser: PdfBrowser): RenderStatement => {
  let typefaces: Promise<Typefaces> | undefined;
  return async (content) => {
    typefaces ??= loadTypefaces();
    const html = await buildStatementPage(content, await typefaces);
    try {
      return await browser.withPage((page) => print(page, html));
    } catch (error) {
      if (error instanceof PdfError) throw error;
      // The browser's messages may quote the page, which is full of personal data.
      throw new PdfError('RENDER_FAILED', 'the browser did not print the statement');
    }
  };
};
