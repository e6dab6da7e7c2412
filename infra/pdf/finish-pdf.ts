import { inflateSync } from 'node:zlib';
import { embeddedFont } from './embedded-font.ts';
import { add, edit, withEntry } from './pdf-edits.ts';
import { addSignatureField, type SignatureField } from './signature-field.ts';
import { magnify, type QrCode } from './qr-code.ts';
import { markMargins } from './mark-margins.ts';
import { readPdfFile, type PdfObject } from './read-pdf-file.ts';
import { packedStream, writePdfFile } from './write-pdf-file.ts';
import { xmpMetadata } from './xmp-metadata.ts';

export interface Finish {
  readonly title: string;
  readonly language: 'zh-CN' | 'en';
  readonly qrCode: QrCode | null;
  /** Room for a signature; null for what is not signed. */
  readonly signature: SignatureField | null;
}

/**
 * Rewrites what a renderer made, small and complete: fonts without what a PDF does not use, the QR code as one bit a pixel,
 * metadata that say title, language and PDF/UA, and room for the signature. Text, shapes and tags stay as they are.
 */
export const finishPdf = (pdf: Buffer, { title, language, qrCode, signature }: Finish): Buffer => {
  const file = readPdfFile(pdf);
  for (const [id, object] of file.objects) file.objects.set(id, slim(object, qrCode));
  for (const [id, { body }] of file.objects) {
    // PDF 1.7 does not know the browser's tag for emphasis.
    if (/\/Type ?\/StructTreeRoot\b/.test(body)) edit(file, id, (tree) => withEntry(tree, '/RoleMap<</Em/Span>>', 'RoleMap'));
  }
  const pages = [...file.objects].filter(([, { body }]) => /\/Type ?\/Page\b/.test(body)).map(([id]) => id);
  // A single sheet has no number.
  if (pages.length > 1) markMargins(file, pages);
  const metadata = add(file, xmpMetadata(title, language));
  edit(file, file.root, (body) =>
    withEntry(withEntry(without(body, 'Metadata'), `/Metadata ${metadata} 0 R`), `/Lang(${language})`, 'Lang'),
  );
  return writePdfFile(file, signature === null ? new Set() : new Set([addSignatureField(file, signature)]));
};

const slim = (object: PdfObject, qrCode: QrCode | null): PdfObject => {
  if (object.stream === null) return object;
  if (/\/Length1\b/.test(object.body)) return embeddedFont(inflateSync(object.stream));
  // The only picture of a statement.
  if (qrCode !== null && /\/Subtype ?\/Image\b/.test(object.body)) return qrPicture(qrCode);
  return /\/Filter\b/.test(object.body) ? object : packedStream(object.body.replace(/^<<|\/Length \d+|>>$/g, ''), object.stream);
};

const qrPicture = (qrCode: QrCode): PdfObject => {
  const { side, bits } = magnify(qrCode);
  return packedStream(`/Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceGray/BitsPerComponent 1`, bits, 4);
};

const without = (body: string, key: string): string => body.replace(new RegExp(`/${key} \\d+ 0 R`), '');
