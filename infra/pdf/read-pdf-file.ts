import { inflateSync } from 'node:zlib';

/** One numbered object: a dictionary or another value as it stands in the file, and its stream as it stands there. */
export interface PdfObject {
  readonly body: string;
  readonly stream: Buffer | null;
}

/** The objects of a PDF by number. Bodies are Latin-1: a byte, a character. */
export interface PdfFile {
  readonly objects: Map<number, PdfObject>;
  readonly root: number;
  readonly info: number;
}

/** Reads a PDF with one cross-reference table, as our renderers write it, or one of `writePdfFile`; throws for any other. */
export const readPdfFile = (pdf: Buffer): PdfFile => {
  const at = Number(/startxref\s+(\d+)/.exec(pdf.toString('latin1', Math.max(0, pdf.length - 100)))?.[1] ?? NaN);
  if (Number.isNaN(at)) throw notOurs();
  return pdf.toString('latin1', at, at + 4) === 'xref' ? readByTable(pdf, at) : readByStream(pdf, at);
};

const readByTable = (pdf: Buffer, at: number): PdfFile => {
  const header = /^xref\s+0 (\d+)\s+/.exec(pdf.toString('latin1', at, at + 40));
  if (header === null) throw notOurs();
  const objects = new Map<number, PdfObject>();
  for (let id = 1; id < Number(header[1]); id += 1) {
    const entry = pdf.toString('latin1', at + header[0].length + id * 20, at + header[0].length + id * 20 + 18);
    if (entry.endsWith('n')) objects.set(id, readObject(pdf, id, Number(entry.slice(0, 10))));
  }
  return { objects, ...rootsOf(pdf.toString('latin1', pdf.lastIndexOf('trailer'))) };
};

const readByStream = (pdf: Buffer, at: number): PdfFile => {
  const id = Number(/^(\d+) 0 obj/.exec(pdf.toString('latin1', at, at + 20))?.[1] ?? NaN);
  const { body, stream } = readObject(pdf, id, at);
  if (stream === null || !body.includes('/W[1 4 2]')) throw notOurs();
  const entries = inflateSync(stream);
  const objects = new Map<number, PdfObject>();
  for (let place = 7, open = 1; place < entries.length; place += 7, open += 1) {
    // What lies in an object stream comes along with it.
    if (entries.readUInt8(place) !== 1 || open === id) continue;
    const object = readObject(pdf, open, entries.readUInt32BE(place + 1));
    if (object.body.startsWith('<</Type/ObjStm')) readPacked(object, objects);
    else objects.set(open, object);
  }
  return { objects, ...rootsOf(body) };
};

const readPacked = ({ body, stream }: PdfObject, objects: Map<number, PdfObject>): void => {
  const first = Number(/\/First (\d+)/.exec(body)?.[1] ?? NaN);
  const text = stream === null ? '' : inflateSync(stream).toString('latin1');
  const index = text.slice(0, first).trim().split(' ').map(Number);
  for (let at = 0; at + 1 < index.length; at += 2) {
    const next = index[at + 3];
    objects.set(index[at] ?? 0, {
      body: text.slice(first + (index[at + 1] ?? 0), next === undefined ? undefined : first + next).trim(),
      stream: null,
    });
  }
};

const rootsOf = (dictionary: string): Pick<PdfFile, 'root' | 'info'> => {
  const [root, info] = ['Root', 'Info'].map((name) => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? NaN));
  if (root === undefined || info === undefined || Number.isNaN(root + info)) throw notOurs();
  return { root, info };
};

const notOurs = (): Error => new Error('not a PDF of our renderers');

const readObject = (pdf: Buffer, id: number, start: number): PdfObject => {
  const opening = `${id} 0 obj`;
  if (pdf.toString('latin1', start, start + opening.length) !== opening) throw notOurs();
  const endOfObject = pdf.indexOf('endobj', start);
  if (endOfObject < 0) throw notOurs();
  const text = pdf.toString('latin1', start + opening.length, endOfObject);
  const streamStart = />>\s*stream\r?\n/.exec(text);
  const body = text.slice(0, streamStart === null ? undefined : streamStart.index + 2).trim();
  if (streamStart === null) return { body, stream: null };
  const length = Number(/\/Length (\d+)/.exec(body)?.[1] ?? NaN);
  const from = start + opening.length + streamStart.index + streamStart[0].length;
  if (Number.isNaN(length)) throw notOurs();
  return { body, stream: pdf.subarray(from, from + length) };
};
