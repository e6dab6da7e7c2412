/** Where a table of a TrueType font lies. */
export interface SfntTable {
  readonly offset: number;
  readonly length: number;
}

const headerLength = 12;
const entryLength = 16;

/** The tables of a TrueType font by their four-letter tags. */
export const readSfntTables = (font: Buffer): ReadonlyMap<string, Buffer> => {
  const count = font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = headerLength + index * entryLength;
      const offset = font.readUInt32BE(entry + 8);
      return [font.toString('latin1', entry, entry + 4), font.subarray(offset, offset + font.readUInt32BE(entry + 12))];
    }),
  );
};

/** Finds a table by its four-letter tag; throws if the font has none. */
export const getSfntTable = (font: Buffer, tag: string): SfntTable => {
  const table = readSfntTables(font).get(tag);
  if (table === undefined) throw new Error(`the font has no table ${tag}`);
  return { offset: table.byteOffset - font.byteOffset, length: table.length };
};

const padded = (length: number): number => (length + 3) & ~3;

const checksum = (table: Buffer): number => {
  let sum = 0;
  for (let at = 0; at + 4 <= table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  const rest = table.length % 4;
  return rest === 0 ? sum : (sum + (table.readUIntBE(table.length - rest, rest) << (8 * (4 - rest)))) >>> 0;
};

/** A TrueType font of these tables, in the order of their tags. */
export const writeSfnt = (tables: ReadonlyMap<string, Buffer>): Buffer => {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const log = Math.floor(Math.log2(entries.length));
  const directory = Buffer.alloc(headerLength + entries.length * entryLength);
  directory.writeUInt32BE(0x00010000, 0);
  [entries.length, 2 ** log * entryLength, log, (entries.length - 2 ** log) * entryLength].forEach((value, index) =>
    directory.writeUInt16BE(value, 4 + index * 2),
  );
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  entries.forEach(([tag, table], index) => {
    const entry = headerLength + index * entryLength;
    directory.write(tag, entry, 'latin1');
    [checksum(table), offset, table.length].forEach((value, field) => directory.writeUInt32BE(value, entry + 4 + field * 4));
    parts.push(table, Buffer.alloc(padded(table.length) - table.length));
    offset += padded(table.length);
  });
  return Buffer.concat(parts);
};
