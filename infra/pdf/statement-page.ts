import type { StatementContent } from '../../domain/statements/statement-content.ts';
import { statementHtml } from '../../domain/statements/statement-html.ts';
import { layOutStatement } from '../../domain/statements/statement-layout.ts';
import { statementText } from '../../domain/statements/statement-text.ts';
import type { Typeface } from './font.ts';
import { createQrCode, qrPng, type QrCode } from './qr-code.ts';
import { widenGlyphs } from './widen-glyphs.ts';

const groupGap = 0.4;

const dataUrl = (type: string, bytes: Buffer): string => `data:${type};base64,${bytes.toString('base64')}`;

export interface StatementPage {
  readonly html: string;
  readonly qrCode: QrCode | null;
}

/** A statement as one HTML page with its fonts and QR code inside. Throws PdfError GLYPH_MISSING (trap 13). */
export const buildStatementPage = async (content: StatementContent, typeface: Typeface): Promise<StatementPage> => {
  const layout = layOutStatement(content);
  const { text, groupEnds } = statementText(layout);
  const [font, groupEndFont] = await Promise.all([typeface.subset(text), groupEnds === '' ? null : typeface.subset(groupEnds)]);
  const qrCode = content.number === null ? null : createQrCode(content.number.qrContent);
  const html = statementHtml(layout, {
    font: dataUrl('font/ttf', font),
    groupEndFont: groupEndFont === null ? null : dataUrl('font/ttf', widenGlyphs(groupEndFont, groupGap)),
    qrImage: qrCode === null ? null : dataUrl('image/png', qrPng(qrCode)),
  });
  return { html, qrCode };
};
