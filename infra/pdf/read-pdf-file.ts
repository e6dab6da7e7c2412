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

/** Reads a PDF with one cross-reference table, as our renderers write it; throws for any other. */
export const readPdfFile = (pdf: Buffer): PdfFile => {
  const tail = pdf.toString('latin1', Math.max(0, pdf.lastIndexOf('trailer')));
  const number = (pattern: RegExp): number => Number(pattern.exec(tail)?.[1] ?? NaN);
  const [root, info, table] = [number(/\/Root (\d+) 0 R/), number(/\/Info (\d+) 0 R/), number(/startxref\s+(\d+)/)];
  const header = /^xref\s+0 (\d+)\s+/.exec(pdf.toString('latin1', table, table + 40));
  if (Number.isNaN(root + info) || header === null) throw notOurs();
  const objects = new Map<number, PdfObject>();
  for (let id = 1; id < Number(header[1]); id += 1) {
    const entry = pdf.toString('latin1', table + header[0].length + id * 20, table + header[0].length + id * 20 + 18);
    if (entry.endsWith('n')) objects.set(id, readObject(pdf, id, Number(entry.slice(0, 10))));
  }
  return { objects, root, info };
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
