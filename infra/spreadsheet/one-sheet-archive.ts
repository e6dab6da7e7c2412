import { crc32 } from 'node:zlib';
import { Readable } from 'node:stream';
import type { WorkbookParts } from './workbook-parts.ts';
import type { ZipPart } from './zip-directory.ts';

const emptyStrings = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
const noRelations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

type Packed = Omit<ZipPart, 'name'>;

const stored = (text: string): Packed => {
  const packed = Buffer.from(text);
  return { method: 'STORED', crc: crc32(packed), claimedBytes: packed.length, packed };
};

/**
 * The archive with one sheet, in the order in which a stream can be read. In the order that programs write, strings and
 * styles stand behind the sheets, and the reader would first copy each sheet, in the clear, to the disk.
 */
export function oneSheetArchive({ workbook, styles, sharedStrings }: WorkbookParts, sheet: ZipPart): Readable {
  const parts: [string, Packed | undefined][] = [
    ['xl/_rels/workbook.xml.rels', stored(noRelations)],
    ['xl/workbook.xml', workbook],
    ['xl/styles.xml', styles],
    ['xl/sharedStrings.xml', sharedStrings ?? stored(emptyStrings)],
    ['xl/worksheets/sheet1.xml', sheet],
  ];
  return Readable.from((function* buffers() {
    for (const [name, part] of parts) if (part !== undefined) yield* [localHeader(name, part), part.packed];
    yield endRecord();
  })(), { objectMode: false });
}

function localHeader(name: string, { method, crc, claimedBytes, packed }: Packed): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(method === 'STORED' ? 0 : 8, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(claimedBytes, 22);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([header, Buffer.from(name)]);
}

function endRecord(): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  return record;
}
