import subsetFont from 'subset-font';
import { embeddedFont } from './embedded-font.ts';
import { readCharacterMap } from './font-coverage.ts';
import { subsetting } from './font.ts';
import type { PdfObject } from './read-pdf-file.ts';
import { getSfntTable } from './sfnt.ts';
import { shareCommonFace } from './shared-typeface.ts';
import { packedStream } from './write-pdf-file.ts';

/** Objects that the font of page numbers consists of; pages refer to `font`. */
export const fontObjects = ['font', 'glyphs', 'descriptor', 'fontFile', 'characters'] as const;
type Ids = Readonly<Record<(typeof fontObjects)[number], number>>;

/** The font of page numbers, to be embedded once (PDF/UA-1, 7.21.4.1). */
export interface PageNumberFont {
  /** The operand that shows a text. */
  show(text: string): string;
  /** Width of a text in em. */
  widthOf(text: string): number;
  objects(ids: Ids): Map<number, PdfObject>;
}

/** All that page numbers are made of. */
const characters = '0123456789 /';
const baseName = 'QXPAGE+NotoSansSC-Regular';

/** Cuts the font of statements down to what page numbers need. */
export async function loadPageNumberFont(): Promise<PageNumberFont> {
  const font = await subsetFont(Buffer.from(await shareCommonFace()), characters, subsetting);
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((tag) => getSfntTable(font, tag).offset) as [
    number,
    number,
    number,
    number,
  ];
  const unitsPerEm = font.readUInt16BE(head + 18);
  const thousandths = (units: number): number => Math.round((units * 1000) / unitsPerEm);
  const lastWidth = font.readUInt16BE(hhea + 34) - 1;
  const widths = Array.from({ length: font.readUInt16BE(maxp + 4) }, (_, glyph) =>
    thousandths(font.readUInt16BE(hmtx + Math.min(glyph, lastWidth) * 4)),
  );
  const glyphs = new Map(
    readCharacterMap(font).flatMap(([first, last, glyph]) =>
      Array.from({ length: last - first + 1 }, (_, at) => [String.fromCodePoint(first + at), glyph + at] as const),
    ),
  );
  const glyphOf = (character: string): number => {
    const glyph = glyphs.get(character);
    if (glyph === undefined) throw new Error('no sign of a page number');
    return glyph;
  };
  const box = [36, 38, 40, 42].map((at) => thousandths(font.readInt16BE(head + at))).join(' ');
  const [ascent, descent] = [4, 6].map((at) => thousandths(font.readInt16BE(hhea + at)));

  return {
    show: (text) => `<${[...text].map((character) => hex(glyphOf(character))).join('')}>`,
    widthOf: (text) => [...text].reduce((sum, character) => sum + (widths[glyphOf(character)] ?? 0), 0) / 1000,
    objects: (ids) =>
      new Map<number, PdfObject>([
        [
          ids.font,
          dictionary(
            `/Type/Font/Subtype/Type0/BaseFont/${baseName}/Encoding/Identity-H/DescendantFonts[${ids.glyphs} 0 R]/ToUnicode ${ids.characters} 0 R`,
          ),
        ],
        [
          ids.glyphs,
          dictionary(
            `/Type/Font/Subtype/CIDFontType2/BaseFont/${baseName}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor ${ids.descriptor} 0 R/W[0[${widths.join(' ')}]]`,
          ),
        ],
        // Flag 4: found by number. Height of capitals and thickness of stems are for readers that replace a font, and this one is there.
        [
          ids.descriptor,
          dictionary(
            `/Type/FontDescriptor/FontName/${baseName}/Flags 4/FontBBox[${box}]/ItalicAngle 0/Ascent ${ascent}/Descent ${descent}/CapHeight ${ascent}/StemV 80/FontFile2 ${ids.fontFile} 0 R`,
          ),
        ],
        [ids.fontFile, embeddedFont(font)],
        [ids.characters, packedStream('', Buffer.from(characterMap(glyphs)))],
      ]),
  };
}

const hex = (value: number): string => value.toString(16).padStart(4, '0');
const dictionary = (entries: string): PdfObject => ({ body: `<<${entries}>>`, stream: null });

/** Which character each glyph is, for whoever copies or searches (ISO 32000-1, 9.10.3). */
const characterMap = (glyphs: ReadonlyMap<string, number>): string => `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${glyphs.size} beginbfchar
${[...glyphs].map(([character, glyph]) => `<${hex(glyph)}> <${hex(character.charCodeAt(0))}>`).join('\n')}
endbfchar endcmap CMapName currentdict /CMap defineresource pop end end
`;
