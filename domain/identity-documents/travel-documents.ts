import { accepted, refused, type CheckResult } from './check-result.ts';
import { normaliseIdentityNumber } from './normalise-identity-number.ts';

// Passports of all countries: letters and digits, mostly nine; enough digits that a name or a word is not taken for one.
const passportForm = /^(?=(?:.*\d){4})[A-Z0-9]{6,15}$/;

const permitForms = [
  /^[HM]\d{8}(\d{2})?$/, // 港澳居民来往内地通行证: nine characters today, eleven with the count of reissues
  /^\d{8}$/, // 台湾居民来往大陆通行证
  /^\d{10}[A-Z]?$/, // its older form, with the letter in brackets
];

/** 护照: 6 to 15 letters and digits, at least four of them digits. */
export function checkPassport(text: string): CheckResult {
  const number = normaliseIdentityNumber(text);
  return passportForm.test(number) ? accepted(number) : refused('PASSPORT_FORMAT');
}

/** 港澳居民来往内地通行证 or 台湾居民来往大陆通行证. Brackets are dropped. */
export function checkTravelPermit(text: string): CheckResult {
  const number = normaliseIdentityNumber(text).replace(/[()]/g, '');
  return permitForms.some((form) => form.test(number)) ? accepted(number) : refused('PERMIT_FORMAT');
}
