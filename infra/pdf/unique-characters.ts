import { readCharacterMap, type Run } from './font-coverage.ts';
import { readSfntTables, writeSfnt } from './sfnt.ts';

/**
 * A copy of a font in which every character has a glyph of its own, shared ones being doubled. A browser that embeds a glyph
 * tells the character by looking the glyph up: 高 would be copied from the PDF as the radical U+2FBC, which looks the same.
 */
export const uniqueCharacters = (font: Buffer): Buffer => {
  const tables = new Map(readSfntTables(font));
  const [head, hhea, maxp, loca, glyf, hmtx] = ['head', 'hhea', 'maxp', 'loca', 'glyf', 'hmtx'].map((tag) =>
    Buffer.from(tables.get(tag) ?? []),
  );
  if (!head || !hhea || !maxp || !loca || !glyf || !hmtx) throw new Error('the font has no outlines');
  const count = maxp.readUInt16BE(4);
  if (head.readInt16BE(50) !== 1 || hhea.readUInt16BE(34) !== count)
    throw new Error('the font must have long places, and a width for each glyph');

  const taken = new Set<number>();
  const pairs: (readonly [codePoint: number, glyph: number])[] = [];
  const doubles: number[] = [];
  for (const [first, last, firstGlyph] of readCharacterMap(font)) {
    for (let codePoint = first; codePoint <= last; codePoint += 1) {
      const glyph = firstGlyph + codePoint - first;
      if (taken.has(glyph)) pairs.push([codePoint, count + doubles.push(glyph) - 1]);
      else pairs.push([codePoint, glyph]);
      taken.add(glyph);
    }
  }
  const outlines = doubles.map((glyph) => glyf.subarray(loca.readUInt32BE(glyph * 4), loca.readUInt32BE(glyph * 4 + 4)));
  const places = Buffer.alloc(doubles.length * 4);
  let end = glyf.length;
  outlines.forEach((outline, index) => {
    end += outline.length;
    places.writeUInt32BE(end, index * 4);
  });
  hhea.writeUInt16BE(count + doubles.length, 34);
  maxp.writeUInt16BE(count + doubles.length, 4);
  tables
    .set('hhea', hhea)
    .set('maxp', maxp)
    .set('loca', Buffer.concat([loca, places]))
    .set('glyf', Buffer.concat([glyf, ...outlines]));
  tables.set('hmtx', Buffer.concat([hmtx, ...doubles.map((glyph) => hmtx.subarray(glyph * 4, glyph * 4 + 4))]));
  return writeSfnt(tables.set('cmap', characterMap(pairs)));
};

const characterMap = (pairs: readonly (readonly [codePoint: number, glyph: number])[]): Buffer => {
  const runs: Run[] = [];
  for (const [codePoint, glyph] of pairs) {
    const [first, last, firstGlyph] = runs.at(-1) ?? [0, -2, 0];
    if (codePoint === last + 1 && glyph === firstGlyph + codePoint - first) runs.splice(-1, 1, [first, codePoint, firstGlyph]);
    else runs.push([codePoint, codePoint, glyph]);
  }
  // One subtable: platform 3 (Windows), encoding 10 (full Unicode), format 12 (segmented coverage).
  const map = Buffer.alloc(12 + 16 + runs.length * 12);
  [0, 1, 3, 10].forEach((value, index) => map.writeUInt16BE(value, index * 2));
  map.writeUInt32BE(12, 8);
  map.writeUInt16BE(12, 12);
  [16 + runs.length * 12, 0, runs.length].forEach((value, index) => map.writeUInt32BE(value, 16 + index * 4));
  runs.flat().forEach((value, index) => map.writeUInt32BE(value, 28 + index * 4));
  return map;
};
