import { formatInstant } from '../../domain/calendar/shanghai.ts';
import { add, edit, withEntry } from './pdf-edits.ts';
import type { PdfFile, PdfObject } from './read-pdf-file.ts';
import { textString } from './text-string.ts';

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

const pdfDate = (at: number): string => `(D:${formatInstant(at).replace(/\D/g, '')}+08'00')`;

/** The dictionary of a signature up to its range: by whom, when, and that nothing may be changed after it (DocMDP 1). */
export const signatureHead = ({ name, at }: Pick<SignatureField, 'name' | 'at'>): string => {
  const permission = '/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]';
  return `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached${permission}/M${pdfDate(at)}/Name${textString(name)}`;
};

/** The field of a signature that is not to be seen on its page. */
export const signatureWidget = (name: string, page: number, signature: number): PdfObject => ({
  body: `<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature)/TU${textString(name)}/F ${hidden + locked}/Rect[0 0 0 0]/P ${page} 0 R/V ${signature} 0 R>>`,
  stream: null,
});

/** What the catalog says of it. */
export const signatureEntries = (widget: number, signature: number): string =>
  `/AcroForm<</SigFlags ${signed + appendOnly}/Fields[${widget} 0 R]>>/Perms<</DocMDP ${signature} 0 R>>`;

/** Adds a signature (PAdES, ETSI EN 319 142-1), still empty, to the first page. Returns the number of its object. */
export const addSignatureField = (file: PdfFile, { name, at, space }: SignatureField): number => {
  const page = [...file.objects].find(([, { body }]) => /\/Type ?\/Page\b/.test(body))?.[0];
  if (page === undefined) throw new Error('a PDF without a page cannot be signed');
  // The words of the gap are those that the signing library looks for.
  const gap = '/ByteRange [0 /********** /********** /**********]';
  const signature = add(file, { body: `${signatureHead({ name, at })}${gap}/Contents <${'0'.repeat(space * 2)}>>>`, stream: null });
  const widget = add(file, signatureWidget(name, page, signature));
  edit(file, page, (body) => withEntry(withEntry(body, `/Annots[${widget} 0 R]`), '/Tabs/S', 'Tabs'));
  edit(file, file.root, (body) => withEntry(body, signatureEntries(widget, signature)));
  return signature;
};
