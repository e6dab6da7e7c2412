import type { CDPSession, Page } from 'puppeteer';
import { largePages } from '../../domain/statements/statement-layout.ts';
import { GROUP_END_FONT, STATEMENT_FONT } from '../../domain/statements/statement-style.ts';
import type { PdfBrowser } from './browser.ts';
import type { Typeface } from './font.ts';
import { isCommon } from './common-characters.ts';
import { PdfError } from './pdf-error.ts';
import { readShared, shareCommonFace, shareTypeface } from './shared-typeface.ts';

/** Prints papers of one A4 page, of more in large type, in the typeface of statements, all on the pages of one browser. */
export interface PagePrinter {
  /** Loaded at the first use. */
  readonly typeface: () => Promise<Typeface>;
  /** A tagged PDF. Throws PdfError. */
  readonly print: (html: string) => Promise<Buffer>;
}

const wholeFont = 'Statement Whole';

// Expressions and not functions: they run in the page, where neither our types nor a test's instrumentation exist.
const fontExpression = (family: string, font: Buffer): string => `(async () => {
  const text = atob('${font.toString('base64')}');
  const face = new FontFace('${family}', Uint8Array.from(text, (character) => character.charCodeAt(0)));
  document.fonts.add(await face.load());
})()`;

// Style and title are the same for nearly all papers of a kind: to read them again took half of the layout.
// What does not fit is made smaller step by step, but for the QR code; it would be cut off without a word. Large type goes on on another page.
const pageExpression = (html: string): string => {
  const [head, body] = [
    html.slice(0, html.indexOf('<body>')),
    html.slice(html.indexOf('<body>') + '<body>'.length, html.lastIndexOf('</body>')),
  ];
  return `(async () => {
  const [head, body] = ${JSON.stringify([head, body])};
  if (document.headShown === head) document.body.innerHTML = body;
  else {
    const page = new DOMParser().parseFromString(head + '<body>' + body, 'text/html').documentElement;
    document.replaceChild(document.adoptNode(page), document.documentElement);
    document.headShown = head;
  }
  document.body.style.fontFamily = ${JSON.stringify(isCommon(html) ? '' : `'${wholeFont}'`)};
  await Promise.all([...document.images].map((image) => image.decode()));
  const spill = document.querySelector('style.spill');
  if (spill !== null) spill.media = 'not all';
  const limit = document.body.clientHeight - parseFloat(getComputedStyle(document.body).paddingBottom);
  const parts = [...document.querySelectorAll('header div, main, footer')];
  if (spill !== null) {
    if (parts.at(-1).getBoundingClientRect().bottom > limit) spill.media = 'all';
    return true;
  }
  for (let zoom = 1; zoom > 0.45; zoom -= 0.05) {
    if (zoom < 1) for (const part of parts) part.style.zoom = zoom;
    if (parts.at(-1).getBoundingClientRect().bottom <= limit) return true;
  }
  return false;
})()`;
};

// page.pdf() of puppeteer does the same, with a stream and four more round trips.
const printing = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: false };

const print = async (page: Page, session: CDPSession, html: string): Promise<Buffer> => {
  if (!(await page.evaluate(pageExpression(html)))) throw new PdfError('CONTENT_TOO_LONG', 'the content does not fit on one page');
  const { data } = await session.send('Page.printToPDF', printing);
  const pdf = Buffer.from(data, 'base64');
  if (countPages(pdf) > largePages) throw new PdfError('CONTENT_TOO_LONG', 'the content is too long');
  return pdf;
};

const countPages = (pdf: Buffer): number => [...pdf.toString('latin1').matchAll(/\/Type ?\/Page\b/g)].length;

const printers = new WeakMap<PdfBrowser, PagePrinter>();

/** The printer of a browser, one for all kinds of paper: a page keeps its fonts, and a second one would take them away. */
export function pagePrinterOf(browser: PdfBrowser): PagePrinter {
  const printer = printers.get(browser) ?? createPagePrinter(browser);
  printers.set(browser, printer);
  return printer;
}

function createPagePrinter(browser: PdfBrowser): PagePrinter {
  let loading: Promise<Typeface> | undefined;
  const typeface = (): Promise<Typeface> => (loading ??= shareTypeface().then(readShared));
  // A page keeps the fonts, and lays out one paper after the other: to load fonts with each took half of the time.
  const sessions = new WeakMap<Page, CDPSession>();
  const prepare = async (page: Page, { data, groupEnds }: Typeface): Promise<CDPSession> => {
    const known = sessions.get(page);
    if (known !== undefined) return known;
    await page.setContent('<!doctype html>');
    await page.evaluate(fontExpression(STATEMENT_FONT, Buffer.from(await shareCommonFace())));
    await page.evaluate(fontExpression(wholeFont, data));
    await page.evaluate(fontExpression(GROUP_END_FONT, groupEnds));
    const session = await page.createCDPSession();
    sessions.set(page, session);
    return session;
  };
  return {
    typeface,
    print: async (html) => {
      const face = await typeface();
      try {
        return await browser.withPage(async (page) => print(page, await prepare(page, face), html));
      } catch (error) {
        if (error instanceof PdfError) throw error;
        // The browser's messages may quote the page, which is full of personal data.
        throw new PdfError('RENDER_FAILED', 'the browser did not print the page');
      }
    },
  };
}
