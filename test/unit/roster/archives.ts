import { crc32, deflateRawSync } from 'node:zlib';

export interface ArchivePart {
  readonly name: string;
  readonly content: Buffer | string;
  readonly claimedBytes?: number;
  readonly flags?: number;
}

/** A ZIP archive written by hand, so that it may lie. */
export function archiveOf(parts: readonly ArchivePart[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedBytes, flags = 0 } of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claimedBytes ?? plain.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.of(0x50, 0x4b, 3, 4), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.of(0x50, 0x4b, 1, 2, 20, 0), head, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.of(0x50, 0x4b, 5, 6), end]);
}

const relations = (content: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
const type = (name: string): string => `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}`;

/** The parts of a workbook of one sheet, named and ordered as a program might that has never seen another one's. */
export function workbookParts(sheetXml: string): ArchivePart[] {
  return [
    {
      name: 'xl/worksheets/Tab-one.xml',
      content: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheetXml}</worksheet>`,
    },
    { name: '_rels/.rels', content: relations(`<Relationship Id="r1" Type="${type('officeDocument')}" Target="xl/workbook.xml"/>`) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(`<Relationship Target="/xl/worksheets/Tab-one.xml" Type="${type('worksheet')}" Id="a1"/>`),
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${type('').slice(0, -1)}"><sheets><sheet name="名单" sheetId="1" r:id="a1"/></sheets></workbook>`,
    },
  ];
}

/** Rows of inline text. */
export function sheetData(rows: readonly (readonly string[])[], more = ''): string {
  const cells = (row: readonly string[], index: number): string =>
    row.map((text, column) => `<c r="${String.fromCharCode(65 + column)}${index + 1}" t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  return `<sheetData>${rows.map((row, index) => `<row r="${index + 1}">${cells(row, index)}</row>`).join('')}</sheetData>${more}`;
}
