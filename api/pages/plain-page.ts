import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtPages } from './pages.ts';

const read = (path: string): string => readFileSync(new URL(`../../web/${path}`, import.meta.url), 'utf8');

const rareCharacters = join(builtPages, 'rare-characters.css');

/** The style sheet of a page without a framework: fonts of rare characters, what all of them share, then its own. */
export const plainStyle = (folder: string): string =>
  (existsSync(rareCharacters) ? readFileSync(rareCharacters, 'utf8') : '') + read('plain/page.css') + read(`${folder}/page.css`);
