import { narrow, plainDashes } from '../text/characters.ts';

/** Narrow, capitals, without spaces, zero-width characters and dashes: `１１０１０５ 1949…x` and `110105 1949…X` are one number. */
export function normaliseIdentityNumber(text: string): string {
  return plainDashes(narrow(text))
    .replace(/[\s\p{Cf}-]/gu, '')
    .toUpperCase();
}
