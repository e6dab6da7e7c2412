import type { StatementContent } from '../../domain/statements/statement-content.ts';
import { statementHtml } from '../../domain/statements/statement-html.ts';
import { layOutStatement } from '../../domain/statements/statement-layout.ts';
import { statementText } from '../../domain/statements/statement-text.ts';
import type { Typefaces } from './font.ts';
import { qrImage } from './qr-image.ts';
import { widenGlyphs } from './widen-glyphs.ts';

const groupGap = 0.4;

const fontUrl = (font: Buffer): string => `data:font/ttf;base64,${font.toString('base64')}`;

/** A statement as one HTML page with its fonts and QR code inside. Throws PdfError GLYPH_MISSING (trap 13). */
export const buildStatementPage = async (content: StatementContent, { regular, bold }: Typefaces): Promise<string> => {
  const layout = layOutStatement(content);
  const text = statementText(layout);
  const [regularFont, boldFont, groupEndFont, qr] = await Promise.all([
    regular.subset(text.regular),
    bold.subset(text.bold),
    text.groupEnds === '' ? null : regular.subset(text.groupEnds),
    content.number === null ? null : qrImage(content.number.qrContent),
  ]);
  return statementHtml(layout, {
    regularFont: fontUrl(regularFont),
    boldFont: fontUrl(boldFont),
    groupEndFont: groupEndFont === null ? null : fontUrl(widenGlyphs(groupEndFont, groupGap)),
    qrImage: qr,
  });
};
