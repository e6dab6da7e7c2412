import type { StatementSigner } from '../signing/statement-signer.ts';
import { adoptPaper, moved, type Bound } from './adopt-paper.ts';
import { writeDictionary } from './pdf-dictionary.ts';
import { createPdfStream } from './pdf-stream.ts';
import { readPdfFile, type PdfObject } from './read-pdf-file.ts';
import { signatureEntries, signatureHead, signatureWidget } from './signature-field.ts';
import { xmpMetadata } from './xmp-metadata.ts';

interface Binding {
  /** Papers in all, for the page number. */
  readonly total: number;
  readonly title: string;
  /** Who signs the whole, and when (milliseconds since 1970); null for papers that are signed by hand. */
  readonly signature: { readonly signer: StatementSigner; readonly at: number } | null;
}

/** Objects of the file itself. */
const ownObjects = ['pages', 'root', 'info', 'font', 'tree', 'document', 'parents', 'metadata', 'widget', 'signature'] as const;
type Own = Readonly<Record<(typeof ownObjects)[number], number>>;

/**
 * One PDF of the pages of many, in their order, each with its number ("3 / 120") below the text, with the tags of all and a signature of its own.
 * Written as it comes: what is in memory is one file and the places of the objects. Throws for files that our renderers did not make.
 */
export async function* bindPages(files: AsyncIterable<Uint8Array>, { total, title, signature }: Binding): AsyncGenerator<Buffer> {
  const pdf = createPdfStream();
  const first = pdf.reserve(ownObjects.length);
  const own = Object.fromEntries(ownObjects.map((name, index) => [name, first + index])) as Own;
  const bound: Bound = { pages: [], elements: [], parents: [], roles: new Map(), keys: 0 };
  let paper = 0;
  for await (const bytes of files) {
    paper += 1;
    const file = readPdfFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const highest = Math.max(...file.objects.keys());
    // One number more, for what is stamped onto the pages.
    const shift = pdf.reserve(highest + 1) - 1;
    const stamp = { id: shift + highest + 1, text: `${paper} / ${total}` };
    yield pdf.write(adoptPaper({ file: moved(file, shift), own: { ...own, widget: signature && own.widget }, bound, stamp }));
  }
  yield pdf.write(frame(own, bound, title, signature));
  yield pdf.end({
    root: own.root, info: own.info,
    signature: signature && {
      id: own.signature, head: signatureHead({ name: signature.signer.name, at: signature.at }), space: signature.signer.space,
      sign: (digest) => signature.signer.signDigest(digest, signature.at),
    },
  });
}

/** Everything around the pages. */
function frame(own: Own, { pages, elements, parents, roles, keys }: Bound, title: string, signature: Binding['signature']): Map<number, PdfObject> {
  const listOf = (ids: readonly number[]): string => `[${ids.map((id) => `${id} 0 R`).join(' ')}]`;
  const metadata = xmpMetadata(title, 'zh-CN', { accessible: false });
  const objects: Partial<Record<keyof Own, string>> = {
    pages: `<</Type/Pages/Count ${pages.length}/Kids${listOf(pages)}>>`,
    root: `<</Type/Catalog/Pages ${own.pages} 0 R/Lang(zh-CN)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot ${own.tree} 0 R/Metadata ${own.metadata} 0 R${
      signature === null ? '' : signatureEntries(own.widget, own.signature)}>>`,
    info: `<</Title<FEFF${Buffer.from(title, 'utf16le').swap16().toString('hex')}>>>`,
    // One of the fonts that every reader has (ISO 32000-1, 9.6.2.2): digits need no more.
    font: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    tree: `<</Type/StructTreeRoot/K ${own.document} 0 R/ParentTree ${own.parents} 0 R/ParentTreeNextKey ${keys}/RoleMap${writeDictionary(roles)}>>`,
    document: `<</Type/StructElem/S/Document/P ${own.tree} 0 R/K${listOf(elements)}>>`,
    parents: `<</Nums[${parents.map(([key, list]) => `${key} ${list} 0 R`).join(' ')}]>>`,
  };
  const all = new Map<number, PdfObject>([[own.metadata, metadata]]);
  for (const [name, body] of Object.entries(objects)) all.set(own[name as keyof Own], { body, stream: null });
  if (signature !== null) all.set(own.widget, signatureWidget(signature.signer.name, pages[0] ?? 0, own.signature));
  return all;
}
