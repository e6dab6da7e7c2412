import type { StatementContent } from '../../domain/statements/statement-content.ts';
import type { StatementSigner } from '../signing/statement-signer.ts';
import type { PdfBrowser } from './browser.ts';
import { pagePrinterOf } from './page-printer.ts';
import { sealStatement } from './seal-statement.ts';
import { buildStatementPage } from './statement-page.ts';

/** Prints a statement as a tagged PDF of one A4 page, signed at `at` (milliseconds since 1970) if it carries a number. Throws PdfError. */
export type RenderStatement = (content: StatementContent, at: number) => Promise<Uint8Array>;

/** Statements on a browser that lives as long as the process. Without a signer nothing is signed. */
export const createStatementRenderer = (browser: PdfBrowser, signer: StatementSigner | null): RenderStatement => {
  const printer = pagePrinterOf(browser);
  return async (content, at) => {
    const { html, qrCode } = buildStatementPage(content, await printer.typeface());
    const pdf = await printer.print(html);
    return sealStatement({ pdf, content, qrCode, at }, signer);
  };
};
