import type { CDPSession, Page } from 'puppeteer';
import type { StatementContent } from '../../domain/statements/statement-content.ts';
import { GROUP_END_FONT, STATEMENT_FONT } from '../../domain/statements/statement-style.ts';
import type { StatementSigner } from '../signing/statement-signer.ts';
import type { PdfBrowser } from './browser.ts';
import { loadTypeface, type Typeface } from './font.ts';
import { PdfError } from './pdf-error.ts';
import { sealStatement } from './seal-statement.ts';
import { buildStatementPage } from './statement-page.ts';

/** Prints a statement as a tagged PDF of one A4 page, signed at `at` (milliseconds since 1970) if it carries a number. Throws PdfError. */
export type RenderStatement = (content: StatementContent, at: number) => Promise<Uint8Array>;

// Expressions and not functions: they run in the page, where neither our types nor a test's instrumentation exist.
const fontExpression = (family: string, font: Buffer): string => `(async () => {
  const text = atob('${font.toString('base64')}');
  const face = new FontFace('${family}', Uint8Array.from(text, (character) => character.charCodeAt(0)));
  document.fonts.add(await face.load());
})()`;

// What does not fit is made smaller step by step, but for the QR code; it would be cut off without a word.
const pageExpression = (html: string): string => `(async () => {
  const page = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html').documentElement;
  document.replaceChild(document.adoptNode(page), document.documentElement);
  await Promise.all([...document.images].map((image) => image.decode()));
  const limit = document.body.clientHeight - parseFloat(getComputedStyle(document.body).paddingBottom);
  const parts = [...document.querySelectorAll('header div, main, footer')];
  for (let zoom = 1; zoom > 0.45; zoom -= 0.05) {
    if (zoom < 1) for (const part of parts) part.style.zoom = zoom;
    if (parts.at(-1).getBoundingClientRect().bottom <= limit) return true;
  }
  return false;
})()`;

// page.pdf() of puppeteer does the same, with a stream and four more round trips.
const printing = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: false };

const print = async (page: Page, session: CDPSession, html: string): Promise<Buffer> => {
  if (!(await page.evaluate(pageExpression(html)))) throw new PdfError('CONTENT_TOO_LONG', 'the statement does not fit on one page');
  const { data } = await session.send('Page.printToPDF', printing);
  return Buffer.from(data, 'base64');
};

/** Statements on a browser that lives as long as the process; the font is loaded at the first one. Without a signer nothing is signed. */
export const createStatementRenderer = (browser: PdfBrowser, signer: StatementSigner | null): RenderStatement => {
  let typeface: Promise<Typeface> | undefined;
  // A page keeps the fonts, and lays out one statement after the other: to load fonts with each took half of the time.
  const sessions = new WeakMap<Page, CDPSession>();
  const prepare = async (page: Page, { data, groupEnds }: Typeface): Promise<CDPSession> => {
    const known = sessions.get(page);
    if (known !== undefined) return known;
    await page.setContent('<!doctype html>');
    await page.evaluate(fontExpression(STATEMENT_FONT, data));
    await page.evaluate(fontExpression(GROUP_END_FONT, groupEnds));
    const session = await page.createCDPSession();
    sessions.set(page, session);
    return session;
  };
  return async (content, at) => {
    typeface ??= loadTypeface();
    const face = await typeface;
    const { html, qrCode } = buildStatementPage(content, face);
    try {
      const pdf = await browser.withPage(async (page) => {
        const session = await prepare(page, face);
        return print(page, session, html);
      });
      return await sealStatement({ pdf, content, qrCode, at }, signer);
    } catch (error) {
      if (error instanceof PdfError) throw error;
      // The browser's messages may quote the page, which is full of personal data.
      throw new PdfError('RENDER_FAILED', 'the browser did not print the statement');
    }
  };
};
