import { inflateSync } from 'node:zlib';
import type { PdfObject } from '../../../infra/pdf/read-pdf-file.ts';

const opening = /(\d+) 0 obj\n/y;

/** Every object of a PDF that our binder wrote, those of object streams too, read from its beginning to its end without the table of places. */
export function readObjects(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<number, PdfObject>();
  opening.lastIndex = text.search(/\d+ 0 obj\n/);
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const from = opening.lastIndex;
    const [end, stream] = [text.indexOf('\nendobj\n', from), text.indexOf('\nstream\n', from)];
    const isStream = stream >= 0 && stream < end;
    const body = text.slice(from, isStream ? stream : end);
    const length = isStream ? Number(/\/Length (\d+)/.exec(body)?.[1]) : 0;
    const content = isStream ? pdf.subarray(stream + '\nstream\n'.length, stream + '\nstream\n'.length + length) : null;
    objects.set(Number(found[1]), { body, stream: content });
    opening.lastIndex = isStream ? stream + '\nstream\n'.length + length + '\nendstream\nendobj\n'.length : end + '\nendobj\n'.length;
  }
  for (const { body, stream } of [...objects.values()])
    if (stream !== null && body.startsWith('<</Type/ObjStm')) unpack(body, inflateSync(stream).toString('latin1'), objects);
  return objects;
}

function unpack(body: string, text: string, objects: Map<number, PdfObject>): void {
  const first = Number(/\/First (\d+)/.exec(body)?.[1]);
  const index = text.slice(0, first).trim().split(' ').map(Number);
  for (let at = 0; at + 1 < index.length; at += 2) {
    objects.set(index[at]!, { body: text.slice(first + index[at + 1]!, first + (index[at + 3] ?? text.length)).trim(), stream: null });
  }
}
