import { accepted, refused, type CheckResult } from './check-result.ts';
import { normaliseIdentityNumber } from './normalise-identity-number.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

// Authority and type, six digits of region, nine characters of organisation, check. No authority has code 0, which also
// refuses eighteen zeros, whose check character would be right.
const form = /^[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** The GB 32100 check character of 17 characters: weights 3^i mod 31. */
export function creditCodeCheckCharacter(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % alphabet.length;
  }
  return alphabet.charAt((alphabet.length - (sum % alphabet.length)) % alphabet.length);
}

/** 统一社会信用代码, GB 32100-2015. Look-alikes are not guessed: another employer could have that code. */
export function checkCreditCode(text: string): CheckResult {
  const code = normaliseIdentityNumber(text);
  if (code.length !== 18) return refused('CREDIT_CODE_LENGTH');
  if (!form.test(code)) return refused('CREDIT_CODE_CHARACTER');
  return code.endsWith(creditCodeCheckCharacter(code.slice(0, 17))) ? accepted(code) : refused('CREDIT_CODE_CHECK');
}
