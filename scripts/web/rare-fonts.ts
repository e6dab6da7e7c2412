import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { readCharacterMap } from '../../infra/pdf/font-coverage.ts';
import { fontFile, subsetting } from '../../infra/pdf/font.ts';
import { digestOf } from '../bootstrap/digest.mjs';
import { projectRoot } from '../stack/project-root.ts';

/** Where the fonts of rare characters are, with the style sheet that names them. */
const folder = join(projectRoot, 'generated', 'fonts');
const stamp = join(folder, 'digest');

// Beyond GBK, which every system draws: extension A, what was added behind the first block, and all outside of the basic plane.
const blocks = [
  [0x3400, 0x4dbf],
  [0x9fa6, 0x9fff],
  [0x20000, 0x3ffff],
] as const;

/** Characters of a piece: a name has one that is rare, seldom two, and nobody should wait for the other seven thousand. */
const pieceLength = 256;

/** Licence and its address: the Open Font License goes with each copy. */
const licenceNames = [13, 14];

/** Cuts the font of statements to the rare characters, in pieces of some 50 kB; some seconds, when it has not been done yet. */
export async function ensureRareFonts(): Promise<void> {
  const digest = digestOf(
    'node_modules/@expo-google-fonts/noto-sans-sc/package.json',
    'node_modules/subset-font/package.json',
    'scripts/web/rare-fonts.ts',
  );
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === digest) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const font = await readFile(fontFile);
  const pieces = piecesOf(font);
  const options = { ...subsetting, preserveNameIds: licenceNames };
  const rare = await subsetFont(font, textOf(pieces.flat()), options);
  const faces: string[] = [];
  for (const piece of pieces) {
    const bytes = await subsetFont(rare, textOf(piece), { ...options, targetFormat: 'woff2' });
    const [first, last] = [hex(piece[0]), hex(piece.at(-1))];
    const name = `rare-${first}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.woff2`;
    await writeFile(join(folder, name), bytes);
    faces.push(
      `@font-face{font-family:"Rare Characters";src:url(/assets/${name})format("woff2");font-display:swap;unicode-range:U+${first}-${last}}`,
    );
  }
  await writeFile(join(folder, 'faces.css'), `${faces.join('\n')}\n`);
  await writeFile(stamp, digest);
}

/** The rare characters that the font has, in order; no piece spans two blocks, so that its range holds nothing common. */
function piecesOf(font: Buffer): readonly (readonly number[])[] {
  const codePoints = readCharacterMap(font).flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  return blocks.flatMap(([first, last]) => {
    const within = codePoints.filter((codePoint) => codePoint >= first && codePoint <= last);
    return Array.from({ length: Math.ceil(within.length / pieceLength) }, (_, index) =>
      within.slice(index * pieceLength, (index + 1) * pieceLength),
    );
  });
}

const textOf = (codePoints: readonly number[]): string => codePoints.map((codePoint) => String.fromCodePoint(codePoint)).join('');
const hex = (codePoint = 0): string => codePoint.toString(16);
