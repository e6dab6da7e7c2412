import type { StatementContent } from '../../domain/statements/statement-content.ts';
import { statementHtml } from '../../domain/statements/statement-html.ts';
import { layOutStatement } from '../../domain/statements/statement-layout.ts';
import { statementText } from '../../domain/statements/statement-text.ts';
import { requireGlyphs, type Typeface } from './font.ts';
import { createQrCode, qrPng, type QrCode } from './qr-code.ts';

export interface StatementPage {
  readonly html: string;
  readonly qrCode: QrCode | null;
}

/** A statement as one HTML page with its QR code inside. Throws PdfError GLYPH_MISSING (trap 13). */
export const buildStatementPage = (content: StatementContent, typeface: Typeface): StatementPage => {
  const layout = layOutStatement(content);
  requireGlyphs(typeface, statementText(layout));
  const qrCode = content.number === null ? null : createQrCode(content.number.qrContent);
  return { html: statementHtml(layout, qrCode && `data:image/png;base64,${qrPng(qrCode).toString('base64')}`), qrCode };
};
