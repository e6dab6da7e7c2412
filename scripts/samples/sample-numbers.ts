import { creditCodeCheckCharacter } from '../../domain/identity-documents/credit-code.ts';
import { residentIdCheckDigit } from '../../domain/identity-documents/resident-id.ts';

export interface IdParts {
  readonly region: string;
  /** yyyyMMdd */
  readonly birth: string;
  /** 1 male, 2 female (GB/T 2261.1). */
  readonly gender: '1' | '2';
  readonly sequence: number;
}

/** An invented ID number with a right check digit. */
export function sampleIdNumber({ region, birth, gender, sequence }: IdParts): string {
  const order = sequence * 2 + (gender === '1' ? 1 : 0);
  const first17 = `${region}${birth}${String(order).padStart(3, '0')}`;
  return first17 + residentIdCheckDigit(first17);
}

/** One that ends in X: the next in the sequence that does. */
export function sampleIdNumberWithX(parts: IdParts): string {
  for (let sequence = parts.sequence; sequence < 500; sequence += 1) {
    const number = sampleIdNumber({ ...parts, sequence });
    if (number.endsWith('X')) return number;
  }
  throw new RangeError('no such number on that day');
}

/** An invented 统一社会信用代码 with a right check character. */
export function sampleCreditCode(first17: string): string {
  return first17 + creditCodeCheckCharacter(first17);
}

/** As some keyboards type them. */
export function fullWidth(digits: string): string {
  return digits.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
