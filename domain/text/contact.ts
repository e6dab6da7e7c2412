import { z } from 'zod';
import { narrow, plainDashes } from './characters.ts';
import { fieldError } from './field-problems.ts';
import { checkedText } from './plain-text.ts';

const phoneForms = [
  /^(\+?86-?)?1[3-9]\d{9}$/, // mobile
  /^(\+?86-?)?0\d{2,3}-?\d{7,8}(-\d{1,6})?$/, // landline with area code, extension
  /^\d{7,8}(-\d{1,6})?$/, // landline as it is given within one town
  /^[48]00-?\d{3}-?\d{4}$/, // service numbers
  /^\+(?!86)[1-9]\d{0,2}-?\d(-?\d){4,12}$/, // abroad, Hong Kong, Macao, Taiwan
];

/** Narrow, without spaces, brackets as dashes: `（0532） 8698 1234` → `0532-86981234`. */
export function normalisePhone(text: string): string {
  return plainDashes(narrow(text))
    .replace(/\s+/g, '')
    .replace(/\)-?/g, '-')
    .replace(/转|ext\.?/i, '-')
    .replaceAll('(', '');
}

/** A mobile, landline, service or foreign number, read leniently: it is dialled by people and couriers. */
export const phone = checkedText(normalisePhone, (text) => {
  if (text === '') return 'REQUIRED';
  return phoneForms.some((form) => form.test(text)) ? undefined : 'PHONE_INVALID';
});

/** Six digits. */
export const postcode = checkedText(
  (text) => narrow(text).trim(),
  (text) => {
    if (text === '') return 'REQUIRED';
    return /^\d{6}$/.test(text) ? undefined : 'POSTCODE_INVALID';
  },
).meta({ pattern: '^\\d{6}$' });

/** A mail address of at most 254 characters. */
export const email = z
  .string({ error: fieldError('TYPE_WRONG') })
  .overwrite((text) => narrow(text).trim())
  .max(254, { error: 'EMAIL_INVALID', abort: true })
  .regex(z.regexes.email, { error: 'EMAIL_INVALID' })
  .meta({ format: 'email' });
