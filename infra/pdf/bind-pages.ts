import type { StatementSigner } from '../signing/statement-signer.ts';
import { adoptPaper, beginPage, moved, type Bound } from './adopt-paper.ts';
import { bookmarkObjects } from './bookmarks.ts';
import { fontObjects, loadPageNumberFont } from './page-number-font.ts';
import { writeDictionary } from './pdf-dictionary.ts';
import { createPdfStream } from './pdf-stream.ts';
import { readPdfFile, type PdfObject } from './read-pdf-file.ts';
import { signatureEntries, signatureHead, signatureWidget } from './signature-field.ts';
import { textString } from './text-string.ts';
import { xmpMetadata } from './xmp-metadata.ts';

/** A paper and how its bookmark is called: under the heading of a group, by its number and, where that is not enough, a name. */
export interface BoundPaper {
  readonly bytes: Uint8Array;
  readonly group: string;
  readonly name: string | null;
}

interface Binding {
  /** Papers in all, for the page number. */
  readonly total: number;
  readonly title: string;
  readonly language: 'zh-CN' | 'en';
  /** Who signs the whole, and when (milliseconds since 1970); null for papers that are signed by hand. */
  readonly signature: { readonly signer: StatementSigner; readonly at: number } | null;
}

/** Objects of the file itself. */
const ownObjects = [
  'pages',
  'root',
  'info',
  'begin',
  'tree',
  'document',
  'parents',
  'metadata',
  'bookmarks',
  'widget',
  'signature',
  ...fontObjects,
] as const;
type Own = Readonly<Record<(typeof ownObjects)[number], number>>;

/** An object stream holds 65,535 objects at most; fewer keep it small. */
const writtenAtOnce = 10_000;

/**
 * One PDF/UA-1 of the pages of many, in their order, each with its number ("3 / 120") below the text, with bookmarks, the tags of all and a signature of
 * its own. Written as it comes: what is in memory is one file, the places of the objects and the bookmarks. Throws for files that our renderers did not make.
 */
export async function* bindPages(papers: AsyncIterable<BoundPaper>, { total, signature, ...about }: Binding): AsyncGenerator<Buffer> {
  const pdf = createPdfStream();
  const font = await loadPageNumberFont();
  const first = pdf.reserve(ownObjects.length);
  const own = Object.fromEntries(ownObjects.map((name, index) => [name, first + index])) as Own;
  const bound: Bound = { pages: [], elements: [], parents: [], roles: new Map(), bookmarks: [], keys: 0 };
  let paper = 0;
  for await (const { bytes, group, name } of papers) {
    paper += 1;
    const file = readPdfFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const highest = Math.max(...file.objects.keys());
    // One number more, for what is stamped onto the pages.
    const shift = pdf.reserve(highest + 1) - 1;
    const text = `${paper} / ${total}`;
    yield pdf.write(
      adoptPaper({
        file: moved(file, shift),
        own: { ...own, widget: signature && own.widget },
        bound,
        stamp: { id: shift + highest + 1, text, font },
        bookmark: { group, label: name === null ? text : `${text} ${name}` },
      }),
    );
  }
  const rest = [
    ...font.objects(own),
    ...bookmarkObjects(bound.bookmarks, own.bookmarks, (count) => pdf.reserve(count)),
    ...frame(own, bound, about, signature),
  ];
  for (let from = 0; from < rest.length; from += writtenAtOnce) yield pdf.write(new Map(rest.slice(from, from + writtenAtOnce)));
  yield pdf.end({
    root: own.root,
    info: own.info,
    signature: signature && {
      id: own.signature,
      head: signatureHead({ name: signature.signer.name, at: signature.at }),
      space: signature.signer.space,
      sign: (digest) => signature.signer.signDigest(digest, signature.at),
    },
  });
}

/** Everything around the pages. */
function frame(
  own: Own,
  { pages, elements, parents, roles, keys }: Bound,
  { title, language }: Pick<Binding, 'title' | 'language'>,
  signature: Binding['signature'],
): Map<number, PdfObject> {
  const listOf = (ids: readonly number[]): string => `[${ids.map((id) => `${id} 0 R`).join(' ')}]`;
  const objects: Partial<Record<keyof Own, string>> = {
    pages: `<</Type/Pages/Count ${pages.length}/Kids${listOf(pages)}>>`,
    root: `<</Type/Catalog/Pages ${own.pages} 0 R/Lang(${language})/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot ${own.tree} 0 R/Outlines ${own.bookmarks} 0 R/Metadata ${own.metadata} 0 R${
      signature === null ? '' : signatureEntries(own.widget, own.signature)
    }>>`,
    info: `<</Title${textString(title)}>>`,
    tree: `<</Type/StructTreeRoot/K ${own.document} 0 R/ParentTree ${own.parents} 0 R/ParentTreeNextKey ${keys}/RoleMap${writeDictionary(roles)}>>`,
    document: `<</Type/StructElem/S/Document/P ${own.tree} 0 R/K${listOf(elements)}>>`,
    parents: `<</Nums[${parents.map(([key, list]) => `${key} ${list} 0 R`).join(' ')}]>>`,
  };
  const all = new Map<number, PdfObject>([
    [own.metadata, xmpMetadata(title, language)],
    [own.begin, beginPage],
  ]);
  for (const [name, body] of Object.entries(objects)) all.set(own[name as keyof Own], { body, stream: null });
  if (signature !== null) all.set(own.widget, signatureWidget(signature.signer.name, pages[0] ?? 0, own.signature));
  return all;
}
