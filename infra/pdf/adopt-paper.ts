import { adoptTags } from './adopt-tags.ts';
import type { Bookmark } from './bookmarks.ts';
import type { PageNumberFont } from './page-number-font.ts';
import { readDictionary, referencesIn, writeDictionary } from './pdf-dictionary.ts';
import type { PdfFile, PdfObject } from './read-pdf-file.ts';
import { findUsed, packedStream } from './write-pdf-file.ts';

/** What is known of the papers so far: numbers of objects, and how their bookmarks are called. */
export interface Bound {
  readonly pages: number[];
  readonly elements: number[];
  readonly parents: (readonly [key: number, list: number])[];
  readonly roles: Map<string, string>;
  readonly bookmarks: Bookmark[];
  keys: number;
}

// Streams hold no references, and texts are in UTF-16: nothing but a reference looks like one.
/** A paper whose objects have other numbers, none of which another paper has. */
export const moved = ({ objects, root, info }: PdfFile, shift: number): PdfFile => ({
  objects: new Map(
    [...objects].map(([id, { body, stream }]) => [
      id + shift,
      { body: body.replace(/\b(\d+) 0 R\b/g, (_, old: string) => `${Number(old) + shift} 0 R`), stream },
    ]),
  ),
  root: root + shift,
  info: info + shift,
});

interface Adoption {
  readonly file: PdfFile;
  readonly bound: Bound;
  /** Objects of the whole that pages and tags refer to; the widget of its signature on the first page, if it is signed. */
  readonly own: {
    readonly pages: number;
    readonly document: number;
    readonly font: number;
    readonly begin: number;
    readonly widget: number | null;
  };
  /** What is printed on its pages, the object that does it, and in which font. */
  readonly stamp: { readonly id: number; readonly text: string; readonly font: PageNumberFont };
  readonly bookmark: Omit<Bookmark, 'page'>;
}

/** Before the contents of each page: what a renderer sets up for them is over when the stamp begins. */
export const beginPage = packedStream('', Buffer.from('q'));

/** Takes the pages of a paper and their tags over; returns its objects, without what belongs to one file only: catalog, signature, metadata. */
export function adoptPaper({ file: { objects, root }, own, bound, stamp, bookmark }: Adoption): Map<number, PdfObject> {
  const catalog = readDictionary(objects.get(root)?.body ?? '');
  const pages = pagesOf(objects, referencesIn(catalog.get('Pages')));
  const tags = adoptTags({ objects, tree: referencesIn(catalog.get('StructTreeRoot'))[0], parent: own.document, keysTaken: bound.keys });
  const [first] = pages;
  if (first === undefined) throw new Error('a paper without a page');
  bound.bookmarks.push({ ...bookmark, page: first });
  let width = 0;
  for (const id of pages) {
    const page = readDictionary(objects.get(id)?.body ?? '');
    page
      .set('Parent', `${own.pages} 0 R`)
      .set('Contents', `[${[own.begin, ...referencesIn(page.get('Contents')), stamp.id].map((content) => `${content} 0 R`).join(' ')}]`);
    page.delete('Annots');
    if (own.widget !== null && bound.pages.length === 0) page.set('Annots', `[${own.widget} 0 R]`).set('Tabs', '/S');
    if (page.has('StructParents')) page.set('StructParents', String(Number(page.get('StructParents')) + bound.keys));
    page.set('Resources', withFont(objects, page.get('Resources') ?? '<<>>', own.font));
    width = Number(/ ([\d.]+) [\d.]+ *\]/.exec(page.get('MediaBox') ?? '')?.[1] ?? NaN);
    objects.set(id, { body: writeDictionary(page), stream: null });
    bound.pages.push(id);
  }
  if (Number.isNaN(width)) throw new Error('a page without a size');
  objects.set(stamp.id, stampOf(stamp.text, stamp.font, width));
  bound.elements.push(...tags.elements);
  bound.parents.push(...tags.parents);
  for (const [role, standard] of tags.roles) bound.roles.set(role, standard);
  bound.keys = Math.max(bound.keys, ...tags.parents.map(([key]) => key + 1));
  return new Map(
    findUsed(objects, [...pages, ...tags.elements, ...tags.parents.map(([, list]) => list)]).map((id) => [
      id,
      objects.get(id) as PdfObject,
    ]),
  );
}

/** The pages below nodes of the page tree, in their order. */
function pagesOf(objects: ReadonlyMap<number, PdfObject>, nodes: readonly number[]): number[] {
  return nodes.flatMap((id) => {
    const node = readDictionary(objects.get(id)?.body ?? '');
    return node.get('Type') === '/Page' ? [id] : pagesOf(objects, referencesIn(node.get('Kids')));
  });
}

/** Resources with the font of page numbers. */
function withFont(objects: ReadonlyMap<number, PdfObject>, value: string, font: number): string {
  const dictionaryOf = (text: string) =>
    readDictionary(text.startsWith('<<') ? text : (objects.get(referencesIn(text)[0] ?? 0)?.body ?? ''));
  const resources = dictionaryOf(value);
  return writeDictionary(
    resources.set('Font', writeDictionary(dictionaryOf(resources.get('Font') ?? '<<>>').set('PageNumber', `${font} 0 R`))),
  );
}

/** Millimetres in points. */
const mm = 72 / 25.4;
/** To the right: in the middle stand the numbers of the sheets of one statement in large type. */
const number = { size: 9, fromBottom: 5 * mm, fromRight: 16 * mm } as const;

// Marked as no part of the text (PDF/UA-1, 7.1).
function stampOf(text: string, font: PageNumberFont, width: number): PdfObject {
  const left = width - number.fromRight - font.widthOf(text) * number.size;
  return packedStream(
    '',
    Buffer.from(
      `Q /Artifact<</Type/Pagination>>BDC q BT 0 g /PageNumber ${number.size} Tf 1 0 0 1 ${left.toFixed(2)} ${number.fromBottom.toFixed(2)} Tm ${font.show(text)} Tj ET Q EMC`,
    ),
  );
}
