import type { BlindIndex } from '../crypto/blind-index.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import { shownRecordOf, type Showable, type ShownRecord } from '../../domain/statements/shown-record.ts';

/** Seals numbers and what they show; the only place that knows the contexts they are bound to. */
export interface NumberSeals {
  seal(kind: 'VERIFICATION' | 'TRANSFER', id: string, number: string): { numberSealed: string; numberIndex: string };
  open(kind: 'VERIFICATION' | 'TRANSFER', id: string, sealed: string): string;
  /** Every index the number may stand under while keys are being rotated. */
  indexesOf(number: string): readonly string[];
  sealShown(id: string, state: Showable): string;
  openShown(id: string, sealed: string): ShownRecord;
}

export function createNumberSeals(cipher: FieldCipher, index: BlindIndex): NumberSeals {
  return {
    seal: (kind, id, number) => ({ numberSealed: cipher.seal(number, `${kind}:${id}`), numberIndex: index.blindIndex(number, 'number') }),
    open: (kind, id, sealed) => cipher.open(sealed, `${kind}:${id}`),
    indexesOf: (number) => index.candidates(number, 'number'),
    sealShown: (id, state) => cipher.seal(JSON.stringify(shownRecordOf(state)), `shown:${id}`),
    openShown: (id, sealed) => JSON.parse(cipher.open(sealed, `shown:${id}`)) as ShownRecord,
  };
}
