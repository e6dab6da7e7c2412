import { z } from 'zod';
import { fieldError } from '../text/field-problems.ts';

/** The longest password that is looked at; a longer one costs work and adds nothing. */
export const passwordLimit = 200;

/** A password that somebody chooses: length and no other rule, since rules of composition make passwords that people write down (NIST SP 800-63B). */
export const NewPassword = z
  .string({ error: fieldError('TYPE_WRONG') })
  .min(12, { error: 'PASSWORD_TOO_SHORT' })
  .max(passwordLimit, { error: 'TEXT_TOO_LONG' });

/** Days for which a password that the school gives out is good. */
export const oneTimeDays = 7;

// Nobody mistakes one of these for another, read aloud or copied by hand.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const [groups, groupSize] = [4, 4] as const;

/** A password to be changed at once: 16 characters in groups of four, about 79 bits. `nextIndex` gives an unbiased index below its argument. */
export function oneTimePassword(nextIndex: (n: number) => number): string {
  const letter = (): string => letters[nextIndex(letters.length)] ?? '';
  return Array.from({ length: groups }, () => Array.from({ length: groupSize }, letter).join('')).join('-');
}
