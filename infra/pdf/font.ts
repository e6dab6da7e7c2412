import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { coarsenOutlines } from './coarsen-outlines.ts';
import { readCoverage, type FindMissing } from './font-coverage.ts';
import { PdfError } from './pdf-error.ts';
import { readSfntTables, writeSfnt } from './sfnt.ts';

/** A whole font from which subsets are cut. */
export interface Typeface {
  readonly data: Buffer;
  readonly findMissing: FindMissing;
  /** A TrueType font with exactly the characters of the text; throws PdfError GLYPH_MISSING naming those it lacks (trap 13). */
  subset(text: string): Promise<Buffer>;
}

// One weight: a bold one costs 6 KB in every statement, and a synthetic bold would become a Type 3 font.
const path = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

// What printing needs; the rest is hints, vertical writing and alternative shapes.
const neededTables = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'];
const gridUnits = 4;

// The last characters of the groups of numbers recur; whole texts hardly do.
const cachedSubsets = 64;

const throwMissing = (missing: readonly string[]): never => {
  throw new PdfError('GLYPH_MISSING', `the font lacks ${missing.length} of the characters`, missing);
};

const createTypeface = (font: Buffer): Typeface => {
  const slim = writeSfnt(new Map([...readSfntTables(font)].filter(([tag]) => neededTables.includes(tag))));
  const data = coarsenOutlines(slim, gridUnits);
  const findMissing = readCoverage(data);
  const subsets = new Map<string, Promise<Buffer>>();
  const cut = (characters: string): Promise<Buffer> => {
    const known = subsets.get(characters);
    if (known !== undefined) return known;
    const [oldest] = subsets.keys();
    if (subsets.size >= cachedSubsets && oldest !== undefined) subsets.delete(oldest);
    const made = subsetFont(data, characters, { targetFormat: 'truetype', keepFeatures: [], noLayoutClosure: true, noHinting: true });
    subsets.set(characters, made);
    // A failure is not kept: the next statement tries again.
    made.catch(() => subsets.delete(characters));
    return made;
  };
  return {
    data,
    findMissing,
    subset: async (text) => {
      const missing = findMissing(text);
      return missing.length > 0 ? throwMissing(missing) : cut([...new Set(text)].sort().join(''));
    },
  };
};

/** Loads Noto Sans SC, about 10 MB and half a second: once per process. */
export const loadTypeface = async (): Promise<Typeface> => createTypeface(await readFile(path));

/** The characters of a text that statements cannot be printed with, each once; reads the font anew. */
export const findMissingGlyphs = async (text: string): Promise<readonly string[]> => readCoverage(await readFile(path))(text);
