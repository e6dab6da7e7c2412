import { checkCharacterOf } from './check-character.ts';
import { numberFormats, type NumberKind, type TransferNumber, type VerificationNumber } from './formats.ts';
import { classCount, printedForm } from './look-alikes.ts';

export interface NumberParts {
  /** Two digits of the year of 毕业时间 (X21). */
  readonly year2: string;
  /** Five digits. */
  readonly schoolCode: string;
  /** A secure, uniform source of whole numbers from 0 to bound - 1. */
  readonly nextIndex: (bound: number) => number;
}

function compose(kind: NumberKind, { year2, schoolCode, nextIndex }: NumberParts): string {
  if (!/^\d{2}$/.test(year2)) throw new RangeError('year2 must be two digits');
  if (!/^\d{5}$/.test(schoolCode)) throw new RangeError('schoolCode must be five digits');
  const random = Array.from({ length: numberFormats[kind].randomLength }, () => printedForm(nextIndex(classCount)));
  const body = year2 + schoolCode + random.join('');
  return body + checkCharacterOf(body);
}

/** A new 核验编号: 15 characters. Throws RangeError when a part is malformed or the source leaves its bounds. */
export function composeVerificationNumber(parts: NumberParts): VerificationNumber {
  return compose('VERIFICATION', parts) as VerificationNumber;
}

/** A new 转递编号: 18 characters. Throws like composeVerificationNumber. */
export function composeTransferNumber(parts: NumberParts): TransferNumber {
  return compose('TRANSFER', parts) as TransferNumber;
}
