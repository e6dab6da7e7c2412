import { inflateSync } from 'node:zlib';
import type { PdfFile } from './read-pdf-file.ts';
import { packedStream } from './write-pdf-file.ts';

// A browser sets the page up, then draws the boxes of its margins, then what has tags.
const marginBox = /^((?:\S+ ){6}cm\n)(q\n(?:(?!q\n|.*BDC\n).*\n)*?BT\n(?:(?!q\n|.*BDC\n).*\n)*?Q\n)/;

/** Marks what a browser has drawn into the margins of these pages, the numbers of sheets, as no part of the text: it gives them no tags (PDF/UA-1, 7.1). */
export function markMargins({ objects }: PdfFile, pages: readonly number[]): void {
  for (const page of pages) {
    const contents = Number(/\/Contents (\d+) 0 R/.exec(objects.get(page)?.body ?? '')?.[1] ?? NaN);
    const { body = '', stream = null } = objects.get(contents) ?? {};
    if (stream === null || !body.includes('/FlateDecode')) continue;
    const text = inflateSync(stream).toString('latin1');
    const marked = text.replace(marginBox, '$1/Artifact<</Type/Pagination>>BDC\n$2EMC\n');
    if (marked !== text) objects.set(contents, packedStream('', Buffer.from(marked, 'latin1')));
  }
}
