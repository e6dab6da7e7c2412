import { hasRightCheckCharacter } from './check-character.ts';
import { kindOfLength, numberFormats, schoolPartLength, type TransferNumber, type VerificationNumber } from './formats.ts';
import { classValue, printedForm } from './look-alikes.ts';

// Everything people put between groups: spaces, zero-width characters, hyphens and dashes of any kind.
const separators = /[\s\p{Cf}\p{Pd}\u2212\u2043]/gu;

/**
 * The one form of a number however it was typed: full width, small letters, spaces, dashes, look-alikes.
 * Characters outside the alphabet stay, for checkNumber to find.
 */
export function normaliseNumber(text: string): string {
  const bare = text.normalize('NFKC').replace(separators, '').toUpperCase();
  return Array.from(bare, (character) => {
    const value = classValue(character);
    return value === undefined ? character : printedForm(value);
  }).join('');
}

/** What a typed number turned out to be. */
export type NumberCheck =
  | { readonly ok: true; readonly kind: 'VERIFICATION'; readonly canonical: VerificationNumber }
  | { readonly ok: true; readonly kind: 'TRANSFER'; readonly canonical: TransferNumber }
  | { readonly ok: false; readonly problem: 'LENGTH' | 'CHARACTER' | 'CHECK' };

/** Reads a number as typed. That it is well formed says nothing about whether it was ever issued. */
export function checkNumber(text: string): NumberCheck {
  const canonical = normaliseNumber(text);
  const characters = Array.from(canonical);
  const kind = kindOfLength(characters.length);
  if (kind === undefined) return { ok: false, problem: 'LENGTH' };
  const readable = characters.every((character) => classValue(character) !== undefined);
  if (!readable || !/^\d+$/.test(canonical.slice(0, schoolPartLength))) return { ok: false, problem: 'CHARACTER' };
  if (!hasRightCheckCharacter(canonical)) return { ok: false, problem: 'CHECK' };
  return kind === 'VERIFICATION'
    ? { ok: true, kind, canonical: canonical as VerificationNumber }
    : { ok: true, kind, canonical: canonical as TransferNumber };
}

/** For print and reading aloud: `23 10001 XXXX XXXX`, the transfer number with three more. */
export function groupNumber(canonical: VerificationNumber | TransferNumber): string {
  const kind = kindOfLength(canonical.length);
  if (kind === undefined) throw new RangeError('not a number of either kind');
  let start = 0;
  return numberFormats[kind].groups.map((size) => canonical.slice(start, (start += size))).join(' ');
}
