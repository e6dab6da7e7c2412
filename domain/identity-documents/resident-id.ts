import { type CalendarDate } from '../calendar/calendar-date.ts';
import { isCalendarDate } from '../calendar/date-arithmetic.ts';
import type { FieldProblem } from '../text/field-problems.ts';
import { accepted, refused, type CheckResult } from './check-result.ts';
import { normaliseIdentityNumber } from './normalise-identity-number.ts';
import type { IdRegionLookup } from './region-status.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

// GB 11643 numbers of the residence permit begin with these instead of a county: Hong Kong, Macao, Taiwan.
const residencePermitRegion = /^8[123]0000/;

/** The GB 11643 (mod 11-2) check digit of 17 digits. */
export function residentIdCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return checkDigits.charAt(sum % 11);
}

/** The date of birth in an 18-character number that has been checked. */
export function birthDateOf(number: string): CalendarDate {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** The gender code (GB/T 2261.1) in an 18-character number that has been checked: 17th digit odd is 1, even is 2. */
export function genderOf(number: string): '1' | '2' {
  return Number(number.charAt(16)) % 2 === 1 ? '1' : '2';
}

function gb11643Problem(number: string, today: CalendarDate): FieldProblem | undefined {
  if (number.length !== 18) return 'ID_LENGTH';
  if (!/^\d{17}[\dX]$/.test(number)) return 'ID_CHARACTER';
  if (!isCalendarDate(birthDateOf(number))) return 'ID_DATE_IMPOSSIBLE';
  if (birthDateOf(number) > today) return 'ID_DATE_FUTURE';
  return number.endsWith(residentIdCheckDigit(number.slice(0, 17))) ? undefined : 'ID_CHECK_DIGIT';
}

/** What an ID number is checked against. */
export interface IdentityContext {
  readonly regionStatus: IdRegionLookup;
  /** Today in Shanghai: nobody is born later. */
  readonly today: CalendarDate;
}

/** 居民身份证, GB 11643: 18 characters, a region that exists or existed, a possible date of birth, check digit mod 11-2. */
export function checkResidentId(text: string, { regionStatus, today }: IdentityContext): CheckResult {
  const number = normaliseIdentityNumber(text);
  const problem = gb11643Problem(number, today);
  if (problem !== undefined) return refused(problem);
  if (residencePermitRegion.test(number)) return refused('ID_TYPE_MISMATCH');
  return regionStatus(number.slice(0, 6)) === 'IMPOSSIBLE' ? refused('ID_REGION_UNKNOWN') : accepted(number);
}

/** 港澳台居民居住证: built like a resident's number, but beginning with 810000, 820000 or 830000. */
export function checkResidencePermit(text: string, { today }: Pick<IdentityContext, 'today'>): CheckResult {
  const number = normaliseIdentityNumber(text);
  const problem = gb11643Problem(number, today);
  if (problem !== undefined) return refused(problem);
  return residencePermitRegion.test(number) ? accepted(number) : refused('ID_TYPE_MISMATCH');
}
