import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { coarsenOutlines } from './coarsen-outlines.ts';
import { readCoverage, type FindMissing } from './font-coverage.ts';
import { PdfError } from './pdf-error.ts';
import { readSfntTables, writeSfnt } from './sfnt.ts';
import { uniqueCharacters } from './unique-characters.ts';
import { widenGlyphs } from './widen-glyphs.ts';

/** The font of statements. */
export interface Typeface {
  /** The whole font; renderers embed what a statement uses of it. */
  readonly data: Buffer;
  /** Digits and capital letters with a gap behind each, for the last character of each group of a number. */
  readonly groupEnds: Buffer;
  readonly findMissing: FindMissing;
}

/** Noto Sans SC with all that it has. One weight: a bold one costs 6 KB in every statement, and a synthetic bold would become a Type 3 font. */
export const fontFile = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

// What printing needs; the rest is hints, vertical writing and alternative shapes.
const neededTables = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'];
/** A font cut to some characters, as a browser and the typesetter take it. */
export const subsetting = { targetFormat: 'truetype', keepFeatures: [], noLayoutClosure: true, noHinting: true } as const;
const gridUnits = 6;
const numberCharacters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const groupGap = 0.4;

/** Loads Noto Sans SC, 10 MB; holds its thread for about a second (`shareTypeface` does it apart). */
export const loadTypeface = async (): Promise<Typeface> => {
  const font = await readFile(fontFile);
  const slim = writeSfnt(new Map([...readSfntTables(font)].filter(([tag]) => neededTables.includes(tag))));
  const data = coarsenOutlines(uniqueCharacters(slim), gridUnits);
  const groupEnds = await subsetFont(data, numberCharacters, subsetting);
  return typefaceOf(data, widenGlyphs(groupEnds, groupGap));
};

export const typefaceOf = (data: Buffer, groupEnds: Buffer): Typeface => ({ data, groupEnds, findMissing: readCoverage(data) });

/** Throws PdfError GLYPH_MISSING naming the characters of a text that the font lacks, each once (trap 13). */
export const requireGlyphs = ({ findMissing }: Typeface, text: string): void => {
  const missing = findMissing(text);
  if (missing.length > 0) throw new PdfError('GLYPH_MISSING', `the font lacks ${missing.length} of the characters`, missing);
};

/** The characters of a text that statements cannot be printed with, each once; reads the font anew. */
export const findMissingGlyphs = async (text: string): Promise<readonly string[]> => readCoverage(await readFile(fontFile))(text);
