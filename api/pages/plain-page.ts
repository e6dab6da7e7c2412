import { readFileSync } from 'node:fs';

const read = (path: string): string => readFileSync(new URL(`../../web/${path}`, import.meta.url), 'utf8');

/** The style sheet of a page without a framework: what all of them share, then its own. */
export const plainStyle = (folder: string): string => read('plain/page.css') + read(`${folder}/page.css`);
