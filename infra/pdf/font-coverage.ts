import { getSfntTable } from './sfnt.ts';

/** First and last code point of a run that the font maps to consecutive glyphs. */
export type Run = readonly [first: number, last: number, firstGlyph: number];

const fullUnicode = 10;
const segmentedCoverage = 12;

/**
 * The runs of code points in a font's cmap, in order. Only the full Unicode subtable (format 12) counts: a font
 * without it cannot hold the rare characters of names (trap 13).
 */
export const readCharacterMap = (font: Buffer): readonly Run[] => {
  const { offset } = getSfntTable(font, 'cmap');
  const count = font.readUInt16BE(offset + 2);
  for (let index = 0; index < count; index += 1) {
    const record = offset + 4 + index * 8;
    const subtable = offset + font.readUInt32BE(record + 4);
    const isFull = font.readUInt16BE(record) === 3 && font.readUInt16BE(record + 2) === fullUnicode;
    if (isFull && font.readUInt16BE(subtable) === segmentedCoverage) return readSegments(font, subtable);
  }
  throw new Error('the font has no full Unicode character map');
};

const readSegments = (font: Buffer, subtable: number): readonly Run[] =>
  Array.from({ length: font.readUInt32BE(subtable + 12) }, (_, index) => {
    const group = subtable + 16 + index * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4), font.readUInt32BE(group + 8)] as const;
  });

/** Says which characters of a text a font cannot draw, each once, in order of appearance. */
export type FindMissing = (text: string) => readonly string[];

/** Reads a font's coverage once. */
export const readCoverage = (font: Buffer): FindMissing => {
  const runs = readCharacterMap(font);
  const covers = (codePoint: number): boolean => {
    let low = 0;
    let high = runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [first, last] = runs[middle] ?? [0, -1];
      if (codePoint < first) high = middle - 1;
      else if (codePoint > last) low = middle + 1;
      else return true;
    }
    return false;
  };
  return (text) => [...new Set(text)].filter((character) => !covers(character.codePointAt(0) ?? 0));
};
