import { checkedText, textProblem } from './plain-text.ts';
import { narrow, plainDashes } from './characters.ts';

/** The longest name a roster may hold, in code points. */
export const personNameLimit = 60;

// Keyboards and old systems write the dot of names such as 阿卜杜拉·买买提 in many ways.
const dots = /\s*[\u00B7\u2022\u2027\u2219\u22C5\u30FB\uFF65\u0387\u16EB]\s*/g;

// Rosters pad two-character names with spaces to line them up; 〇 is Han but not a letter.
const spaceBesideHan = /(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu;

const nameCharacters = /^[\p{L}\p{M}\p{Script=Han}·'’.\- ]+$/u;
const oneLetter = /[\p{L}\p{Script=Han}]/u;

/** One way to write a name: NFC, narrow Latin, one kind of dot, no padding between Han characters, single spaces. */
export function normalisePersonName(text: string): string {
  return plainDashes(narrow(text.normalize('NFC')))
    .replace(dots, '·')
    .trim()
    .replace(spaceBesideHan, '')
    .replace(/ {2,}/g, ' ');
}

/** What two names are compared by: case, spaces and dots play no part (R49: the verifier types it from paper). */
export function personNameKey(text: string): string {
  return normalisePersonName(text)
    .toUpperCase()
    .replace(/[ ·’'.\-]/g, '');
}

/** A person's name: Han with `·`, or Latin; at most 60 code points. */
export const personName = checkedText(normalisePersonName, (text) => {
  const problem = textProblem(text, 1, personNameLimit);
  if (problem !== undefined) return problem;
  return nameCharacters.test(text) && oneLetter.test(text) ? undefined : 'NAME_CHARACTER';
}).meta({ minLength: 1, maxLength: personNameLimit });
