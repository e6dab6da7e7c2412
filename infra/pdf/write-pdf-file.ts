import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PdfFile, PdfObject } from './read-pdf-file.ts';

/** How a file begins: the version, and bytes by which programs see that it is no text. */
export const pdfHead = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

type Entry = readonly [type: 0 | 1 | 2, place: number, index: number];

/** A stream object that is packed here. A level above 6 gains nothing; for pictures, whose rows recur, it is far slower than 4. */
export const packedStream = (entries: string, content: Buffer, level = 6): PdfObject => {
  const stream = deflateSync(content, { level });
  return { body: `<<${entries}/Filter/FlateDecode/Length ${stream.length}>>`, stream };
};

/**
 * Writes a PDF 1.7 with its small objects in one packed object stream and a packed cross-reference stream: the tags of a
 * statement shrink to a fifth. Objects that nothing refers to are left out. `apart`: objects to stand in the open, since a
 * signature is filled in where it lies.
 */
export const writePdfFile = ({ objects, root, info }: PdfFile, apart: ReadonlySet<number> = new Set()): Buffer => {
  const used = findUsed(objects, [root, info]);
  const [open, small] = [used.filter((id) => isOpen(id)), used.filter((id) => !isOpen(id))];
  function isOpen(id: number): boolean {
    return apart.has(id) || objects.get(id)?.stream !== null;
  }
  const streamId = Math.max(...used) + 1;
  const entries = new Map<number, Entry>();
  const parts: Buffer[] = [Buffer.from(pdfHead, 'latin1')];
  let length = parts[0]?.length ?? 0;
  const append = (id: number, object: PdfObject | undefined): void => {
    if (object === undefined) return;
    const bytes = objectBytes(id, object);
    entries.set(id, [1, length, 0]);
    parts.push(bytes);
    length += bytes.length;
  };
  for (const id of open) append(id, objects.get(id));
  small.forEach((id, index) => entries.set(id, [2, streamId, index]));
  append(streamId, objectStream(small, objects));

  const referenceId = streamId + 1;
  entries.set(referenceId, [1, length, 0]);
  const references = Buffer.concat(Array.from({ length: referenceId + 1 }, (_, id) => entryBytes(entries.get(id) ?? [0, 0, 0])));
  // Made of the content, so that the same statement is the same file.
  const digest = createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 32);
  const head = `/Type/XRef/W[1 4 2]/Size ${referenceId + 1}/Root ${root} 0 R/Info ${info} 0 R/ID[<${digest}><${digest}>]`;
  parts.push(objectBytes(referenceId, packedStream(head, references)), Buffer.from(`startxref\n${length}\n%%EOF`));
  return Buffer.concat(parts);
};

/** Numbers of the objects that are reached from others, in order. */
export const findUsed = (objects: ReadonlyMap<number, PdfObject>, roots: readonly number[]): number[] => {
  const found = new Set<number>();
  const waiting = [...roots];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const object = objects.get(id);
    if (object === undefined || found.has(id)) continue;
    found.add(id);
    for (const [, referred] of object.body.matchAll(/\b(\d{1,7}) 0 R\b/g)) waiting.push(Number(referred));
  }
  return [...found].sort((a, b) => a - b);
};

/** Small objects, packed into one. */
export const objectStream = (ids: readonly number[], objects: ReadonlyMap<number, PdfObject>): PdfObject => {
  const bodies = ids.map((id) => `${objects.get(id)?.body ?? ''}\n`);
  let offset = 0;
  const index = ids.map((id, at) => {
    const entry = `${id} ${offset}`;
    offset += bodies[at]?.length ?? 0;
    return entry;
  });
  const first = `${index.join(' ')} `;
  return packedStream(`/Type/ObjStm/N ${ids.length}/First ${first.length}`, Buffer.from(first + bodies.join(''), 'latin1'));
};

export const objectBytes = (id: number, { body, stream }: PdfObject): Buffer => {
  const head = Buffer.from(`${id} 0 obj\n${body}\n`, 'latin1');
  if (stream === null) return Buffer.concat([head, Buffer.from('endobj\n')]);
  return Buffer.concat([head, Buffer.from('stream\n'), stream, Buffer.from('\nendstream\nendobj\n')]);
};

const entryBytes = ([type, place, index]: Entry): Buffer => {
  const entry = Buffer.alloc(7);
  entry.writeUInt8(type, 0);
  entry.writeUInt32BE(place, 1);
  entry.writeUInt16BE(index, 5);
  return entry;
};
