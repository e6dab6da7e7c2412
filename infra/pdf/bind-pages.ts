import { PDFContext, PDFDocument, PDFHexString, PDFName, PDFObjectCopier, StandardFonts, type PDFRef } from '@cantoo/pdf-lib';

/** Millimetres in points. */
const mm = 72 / 25.4;
const stamp = { size: 9, fromBottom: 5 * mm } as const;
/** Advance of a digit and of the other signs in Helvetica, in em; all that page numbers are made of. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (/\d/.test(sign) ? 0.556 : 0.278), 0);

/** What belongs to one file only: its signature, and tags, whose tree does not come along. */
const leftBehind = ['Annots', 'StructParents', 'Tabs'].map((name) => PDFName.of(name));

interface Binding {
  /** Papers in all, for the page number. */
  readonly total: number;
  readonly title: string;
}

/**
 * One PDF of the pages of many, in their order, each with its number ("3 / 120") below the text. It goes to a printer: it is neither
 * signed nor tagged. Written as it comes: what is in memory is one file and the places of the objects, however many pages there are.
 */
export async function* bindPages(files: AsyncIterable<Uint8Array>, { total, title }: Binding): AsyncGenerator<Buffer> {
  const context = PDFContext.create();
  const [tree, root, info] = [context.nextRef(), context.nextRef(), context.nextRef()];
  // One of the fonts that every reader has (ISO 32000-1, 9.6.2.2): digits need no more.
  const font = context.register(context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: StandardFonts.Helvetica, Encoding: 'WinAnsiEncoding' }));
  const places = new Map<number, number>();
  const kids: PDFRef[] = [];
  let length = 0;
  const counted = (bytes: Buffer): Buffer => {
    length += bytes.length;
    return bytes;
  };
  const flush = (): Buffer => Buffer.concat(context.enumerateIndirectObjects().map(([ref, object]) => {
    places.set(ref.objectNumber, length);
    const body = Buffer.alloc(object.sizeInBytes());
    object.copyBytesInto(body, 0);
    context.delete(ref);
    return counted(Buffer.concat([Buffer.from(`${ref.objectNumber} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  }));

  yield counted(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
  let paper = 0;
  for await (const bytes of files) {
    paper += 1;
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const sourcePage of source.getPages()) {
      for (const name of leftBehind) sourcePage.node.delete(name);
      const page = PDFObjectCopier.for(source.context, context).copy(sourcePage.node);
      page.setParent(tree);
      page.addContentStream(context.register(stampOf(context, `${paper} / ${total}`, sourcePage.getWidth())));
      page.setFontDictionary(PDFName.of('PageNumber'), font);
      kids.push(context.register(page));
    }
    yield flush();
  }
  context.assign(tree, context.obj({ Type: 'Pages', Count: kids.length, Kids: kids }));
  context.assign(root, context.obj({ Type: 'Catalog', Pages: tree, Lang: PDFHexString.fromText('zh-CN') }));
  context.assign(info, context.obj({ Title: PDFHexString.fromText(title) }));
  yield flush();
  yield crossReferences(places, context.largestObjectNumber, length, { root, info });
}

// Wrapped: what a renderer has set up for its page must not move the number.
function stampOf(context: PDFContext, text: string, width: number) {
  const left = (width - widthOf(text) * stamp.size) / 2;
  return context.stream(`q BT 0 g /PageNumber ${stamp.size} Tf 1 0 0 1 ${left.toFixed(2)} ${stamp.fromBottom.toFixed(2)} Tm (${text}) Tj ET Q`);
}

function crossReferences(places: ReadonlyMap<number, number>, largest: number, start: number, { root, info }: { root: PDFRef; info: PDFRef }): Buffer {
  const lines = Array.from({ length: largest + 1 }, (_, id) => {
    const place = places.get(id);
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  return Buffer.from(`xref\n0 ${largest + 1}\n${lines.join('')}trailer\n<</Size ${largest + 1}/Root ${root.toString()}/Info ${info.toString()}>>\nstartxref\n${start}\n%%EOF\n`);
}
