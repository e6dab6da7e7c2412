import { createHash } from 'node:crypto';
import type { PdfObject } from './read-pdf-file.ts';
import { objectBytes, objectStream, packedStream, pdfHead } from './write-pdf-file.ts';

/** Writes a PDF 1.7 as it comes: what is in memory is the place of each object, 8 bytes, however large the file. */
export interface PdfStream {
  /** So many numbers in a row; returns the first. */
  reserve(count: number): number;
  /** The next bytes of the file: streams in the open, all other objects packed together. */
  write(objects: ReadonlyMap<number, PdfObject>): Buffer;
  /** The last bytes: the signature, if there is one, and the places of all objects. */
  end(ending: Ending): Buffer;
}

interface Ending {
  readonly root: number;
  readonly info: number;
  readonly signature: null | {
    readonly id: number;
    /** Its dictionary up to the range. */
    readonly head: string;
    /** Room in bytes. */
    readonly space: number;
    /** Signs the SHA-256 of everything outside of the signature. */
    readonly sign: (digest: Buffer) => Buffer;
  };
}

// Type, place and index of an object. Five bytes for the place: 100,000 statements are 4 GB.
const widths = '[1 5 2]';
const entryBytes = 8;
/** Three numbers of up to 12 digits. */
const rangeLength = 40;

export function createPdfStream(): PdfStream {
  const hash = createHash('sha256');
  let entries = Buffer.alloc(64 * 1024);
  let [count, length] = [1, 0];
  const passed = (bytes: Buffer): Buffer => {
    length += bytes.length;
    hash.update(bytes);
    return bytes;
  };
  const reserve = (more: number): number => {
    count += more;
    if (count * entryBytes > entries.length) entries = Buffer.concat([entries, Buffer.alloc(Math.max(count * entryBytes, entries.length))]);
    return count - more;
  };
  const enter = (id: number, type: number, place: number, index: number): void => {
    entries.writeUInt8(type, id * entryBytes);
    entries.writeUIntBE(place, id * entryBytes + 1, 5);
    entries.writeUInt16BE(index, id * entryBytes + 6);
  };
  const references = (root: number, info: number, place: number): Buffer => {
    const id = reserve(1);
    enter(id, 1, place, 0);
    const name = hash.copy().digest('hex').slice(0, 32);
    const head = `/Type/XRef/W${widths}/Size ${count}/Root ${root} 0 R/Info ${info} 0 R/ID[<${name}><${name}>]`;
    return Buffer.concat([
      objectBytes(id, packedStream(head, entries.subarray(0, count * entryBytes))),
      Buffer.from(`startxref\n${place}\n%%EOF\n`),
    ]);
  };

  return {
    reserve,
    write: (objects) => {
      const parts: Buffer[] = length === 0 ? [Buffer.from(pdfHead, 'latin1')] : [];
      let at = length + (parts[0]?.length ?? 0);
      const append = (id: number, object: PdfObject): void => {
        const bytes = objectBytes(id, object);
        enter(id, 1, at, 0);
        parts.push(bytes);
        at += bytes.length;
      };
      for (const [id, object] of objects) if (object.stream !== null) append(id, object);
      const small = [...objects.keys()].filter((id) => objects.get(id)?.stream === null);
      const packed = reserve(1);
      append(packed, objectStream(small, objects));
      small.forEach((id, index) => enter(id, 2, packed, index));
      return passed(Buffer.concat(parts));
    },
    end: ({ root, info, signature }) => {
      if (signature === null) return passed(references(root, info, length));
      const { id, head, space, sign } = signature;
      enter(id, 1, length, 0);
      const opening = `${id} 0 obj\n${head}`;
      const before = length + opening.length + rangeLength + '/ByteRange /Contents '.length;
      const after = before + 2 * space + 2;
      const closing = Buffer.from('>>\nendobj\n');
      const rest = Buffer.concat([closing, references(root, info, after + closing.length)]);
      const range = `/ByteRange ${`[0 ${before} ${after} ${rest.length}]`.padEnd(rangeLength)}/Contents `;
      const start = Buffer.from(opening + range, 'latin1');
      const contents = sign(hash.update(start).update(rest).digest())
        .toString('hex')
        .padEnd(2 * space, '0');
      return Buffer.concat([start, Buffer.from(`<${contents}>`), rest]);
    },
  };
}
