import { formatInstant } from '../../domain/calendar/shanghai.ts';
import { add, edit, withEntry } from './pdf-edits.ts';
import type { PdfFile } from './read-pdf-file.ts';

/** What a signature needs to know before it is made. */
export interface SignatureField {
  /** Who signs, as readers show it. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Room for the signature in bytes. */
  readonly space: number;
}

const hidden = 2;
const locked = 128;
const signed = 1;
const appendOnly = 2;

const textString = (text: string): string => `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
const pdfDate = (at: number): string => `(D:${formatInstant(at).replace(/\D/g, '')}+08'00')`;

/**
 * Adds a signature that is not to be seen on the page (PAdES, ETSI EN 319 142-1), still empty, to the first page, and says
 * that nothing may be changed after it (DocMDP 1). Returns the number of the signature's object.
 */
export const addSignatureField = (file: PdfFile, { name, at, space }: SignatureField): number => {
  const page = [...file.objects].find(([, { body }]) => /\/Type ?\/Page\b/.test(body))?.[0];
  if (page === undefined) throw new Error('a PDF without a page cannot be signed');
  // The words of the gap are those that the signing library looks for.
  const gap = '/ByteRange [0 /********** /********** /**********]';
  const permission = '/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]';
  const signature = add(file, {
    body: `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached${permission}/M${pdfDate(at)}/Name${textString(name)}${gap}/Contents <${'0'.repeat(space * 2)}>>>`,
    stream: null,
  });
  const widget = add(file, {
    body: `<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature)/TU${textString(name)}/F ${hidden + locked}/Rect[0 0 0 0]/P ${page} 0 R/V ${signature} 0 R>>`,
    stream: null,
  });
  edit(file, page, (body) => withEntry(withEntry(body, `/Annots[${widget} 0 R]`), '/Tabs/S', 'Tabs'));
  edit(file, file.root, (body) => withEntry(body, `/AcroForm<</SigFlags ${signed + appendOnly}/Fields[${widget} 0 R]>>/Perms<</DocMDP ${signature} 0 R>>`));
  return signature;
};
