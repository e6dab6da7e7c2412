import type { PaperContent } from '../../domain/dispatch/paper-content.ts';
import { layOutPaper, paperText } from '../../domain/dispatch/paper-layout.ts';
import { paperHtml } from '../../domain/dispatch/paper-html.ts';
import type { PdfBrowser } from './browser.ts';
import { requireGlyphs } from './font.ts';
import { pagePrinterOf } from './page-printer.ts';
import { createQrCode, qrPng } from './qr-code.ts';

/** Prints one paper of a dispatch as a tagged PDF of one A4 page; it is signed by hand and sealed, so not by us. Throws PdfError. */
export type RenderPaper = (content: PaperContent) => Promise<Uint8Array>;

export const createPaperRenderer = (browser: PdfBrowser): RenderPaper => {
  const printer = pagePrinterOf(browser);
  return async (content) => {
    const layout = layOutPaper(content);
    requireGlyphs(await printer.typeface(), paperText(layout));
    const qrImage = content.paper === 'slip' ? `data:image/png;base64,${qrPng(createQrCode(content.qrContent)).toString('base64')}` : null;
    return printer.print(paperHtml(layout, qrImage));
  };
};
