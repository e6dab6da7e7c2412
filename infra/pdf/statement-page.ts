import type { StatementContent } from '../../domain/statements/statement-content.ts';
import { statementHtml } from '../../domain/statements/statement-html.ts';
import { layOutStatement } from '../../domain/statements/statement-layout.ts';
import { statementText } from '../../domain/statements/statement-text.ts';
import { requireGlyphs, type Typeface } from './font.ts';
import { codePlaceholder, createQrCode, type QrCode } from './qr-code.ts';

export interface StatementPage {
  readonly html: string;
  readonly qrCode: QrCode | null;
}

const placeholder = `data:image/png;base64,${codePlaceholder.toString('base64')}`;

/** A statement as one HTML page with room for its QR code. Throws PdfError GLYPH_MISSING (trap 13). */
export const buildStatementPage = (content: StatementContent, typeface: Typeface): StatementPage => {
  const layout = layOutStatement(content);
  requireGlyphs(typeface, statementText(layout));
  const qrCode = content.number === null ? null : createQrCode(content.number.qrContent);
  return { html: statementHtml(layout, qrCode && placeholder), qrCode };
};
