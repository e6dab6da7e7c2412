import type { BlindIndex } from '../crypto/blind-index.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import { shownRecordOf, type Showable, type ShownRecord } from '../../domain/statements/shown-record.ts';

/** The places that sealed values are bound to, and the purpose of the blind index. */
export const numberContext = (kind: 'VERIFICATION' | 'TRANSFER', id: string): string => `${kind}:${id}`;
export const shownContext = (id: string): string => `shown:${id}`;
export const numberIndexPurpose = 'number';

/** Seals numbers and what they show. */
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
    seal: (kind, id, number) => ({
      numberSealed: cipher.seal(number, numberContext(kind, id)),
      numberIndex: index.blindIndex(number, numberIndexPurpose),
    }),
    open: (kind, id, sealed) => cipher.open(sealed, numberContext(kind, id)),
    indexesOf: (number) => index.candidates(number, numberIndexPurpose),
    sealShown: (id, state) => cipher.seal(JSON.stringify(shownRecordOf(state)), shownContext(id)),
    openShown: (id, sealed) => JSON.parse(cipher.open(sealed, shownContext(id))) as ShownRecord,
  };
}
