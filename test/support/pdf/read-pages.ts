import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';

export interface ReadPages {
  /** The text of each page without its spaces, as pdf.js finds it. */
  readonly pages: readonly string[];
  /** What of it is read aloud: the text that the tags of each page lead to. */
  readonly tagged: readonly string[];
  /** Text that is neither read aloud nor marked as no part of the text: PDF/UA knows no third. */
  readonly loose: string;
  /** The last text of each page, upright at this size in points, so far from the bottom: of a bound page, its number. */
  readonly ends: readonly { readonly text: string; readonly size: number; readonly fromBottom: number }[];
  /** How many annotations (signatures among them) there are in all. */
  readonly annotations: number;
  /** The bookmarks: each heading with its page, counted from 1, and those below it. */
  readonly bookmarks: readonly (readonly [heading: string, page: number, below: readonly (readonly [label: string, page: number])[]])[];
}

export async function readPages(bytes: Uint8Array): Promise<ReadPages> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  try {
    const [pages, tagged, ends]: [string[], string[], ReadPages['ends'][number][]] = [[], [], []];
    let [loose, annotations] = ['', 0];
    for (let index = 1; index <= document.numPages; index += 1) {
      const page = await document.getPage(index);
      const { items } = await page.getTextContent();
      pages.push(
        items
          .map((item) => ('str' in item ? item.str : ''))
          .join('')
          .replace(/\s/g, ''),
      );
      const last = items.findLast((item) => 'str' in item && item.str.trim() !== '');
      if (last && 'str' in last) ends.push({ text: last.str, size: last.transform[3] as number, fromBottom: last.transform[5] as number });
      const read = await taggedText(page);
      tagged.push(read.tagged.replace(/\s/g, ''));
      loose += read.loose.trim();
      annotations += (await page.getAnnotations()).length;
    }
    const pageOf = async ({ dest }: Bookmark): Promise<number> =>
      1 + (await document.getPageIndex((dest as [Parameters<typeof document.getPageIndex>[0]])[0]));
    const outline = ((await document.getOutline()) as Bookmark[] | null) ?? [];
    const bookmarks = await Promise.all(
      outline.map(
        async (heading) =>
          [
            heading.title,
            await pageOf(heading),
            await Promise.all(heading.items.map(async (item) => [item.title, await pageOf(item)] as const)),
          ] as const,
      ),
    );
    return { pages, tagged, loose, ends, annotations, bookmarks };
  } finally {
    await task.destroy();
  }
}

interface Bookmark {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly Bookmark[];
}
interface StructureNode {
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}
const contentsOf = ({ type, id = '', children = [] }: StructureNode): string[] =>
  type === 'content' ? [id] : children.flatMap(contentsOf);

async function taggedText(page: PDFPageProxy): Promise<{ tagged: string; loose: string }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  let loose = '';
  for (const item of items) {
    if ('str' in item) {
      const id = open.at(-1);
      if (open.length === 0) loose += item.str;
      if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id);
  }
  return {
    tagged: contentsOf((await page.getStructTree()) ?? {})
      .map((id) => texts.get(id) ?? '')
      .join(''),
    loose,
  };
}
