import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { readCoverage, type FindMissing } from './font-coverage.ts';
import { PdfError } from './pdf-error.ts';

/** A whole font from which subsets are cut. */
export interface Typeface {
  readonly findMissing: FindMissing;
  /** A TrueType font with exactly the characters of the text; throws PdfError GLYPH_MISSING naming those it lacks (trap 13). */
  subset(text: string): Promise<Buffer>;
}

/** The regular and the real bold face: synthetic bold would become a Type 3 font. */
export interface Typefaces {
  readonly regular: Typeface;
  readonly bold: Typeface;
}

const locate = createRequire(import.meta.url);
const facePath = (face: string): string => locate.resolve(`@expo-google-fonts/noto-sans-sc/${face}/NotoSansSC_${face}.ttf`);

// Headings hardly differ from one statement to the next, so their subset is cut once.
const cachedSubsets = 16;

const readTypeface = async (face: string): Promise<Typeface> => {
  const font = await readFile(facePath(face));
  const findMissing = readCoverage(font);
  const subsets = new Map<string, Promise<Buffer>>();
  const cut = (characters: string): Promise<Buffer> => {
    const known = subsets.get(characters);
    if (known !== undefined) return known;
    const [oldest] = subsets.keys();
    if (subsets.size >= cachedSubsets && oldest !== undefined) subsets.delete(oldest);
    const made = subsetFont(font, characters, { targetFormat: 'truetype', keepFeatures: [], noLayoutClosure: true, noHinting: true });
    subsets.set(characters, made);
    // A failure is not kept: the next statement tries again.
    made.catch(() => subsets.delete(characters));
    return made;
  };
  return {
    findMissing,
    subset: async (text) => {
      const missing = findMissing(text);
      if (missing.length > 0) {
        throw new PdfError('GLYPH_MISSING', `the font lacks ${missing.length} of the characters`, missing);
      }
      return cut([...new Set(text)].sort().join(''));
    },
  };
};

/** Loads Noto Sans SC in two weights, about 10 MB each: once per process. */
export const loadTypefaces = async (): Promise<Typefaces> => {
  const [regular, bold] = await Promise.all([readTypeface('400Regular'), readTypeface('700Bold')]);
  return { regular, bold };
};
