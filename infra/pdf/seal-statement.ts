import { renderingLanguage } from '../../domain/statements/rendering.ts';
import type { StatementContent } from '../../domain/statements/statement-content.ts';
import type { StatementSigner } from '../signing/statement-signer.ts';
import { finishPdf } from './finish-pdf.ts';
import type { QrCode } from './qr-code.ts';

interface Rendered {
  readonly pdf: Buffer;
  readonly content: StatementContent;
  readonly qrCode: QrCode | null;
  /** When it is signed, in milliseconds since 1970. */
  readonly at: number;
}

/** What a renderer made, finished, and signed unless it is a preview: that proves nothing and must not look as if it did (R34). */
export const sealStatement = async ({ pdf, content, qrCode, at }: Rendered, signer: StatementSigner | null): Promise<Buffer> => {
  const by = content.number === null ? null : signer;
  const finished = finishPdf(pdf, {
    title: content.title,
    language: renderingLanguage(content.rendering) === 'zh' ? 'zh-CN' : 'en',
    qrCode,
    signature: by && { name: by.name, at, space: by.space },
  });
  return by === null ? finished : by.sign(finished, at);
};
