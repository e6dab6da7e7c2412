import type { BlindIndex } from '../crypto/blind-index.ts';
import type { IdentityDocumentType } from '../../domain/codes/identity-document-type.ts';
import { normaliseIdentityNumber } from '../../domain/identity-documents/normalise-identity-number.ts';

const purpose = 'identity';
const subjectOf = (type: IdentityDocumentType, number: string): string => `${type}:${normaliseIdentityNumber(number)}`;

/** Blind index of a person's identity document (X22), as it stands on the graduate. */
export function identityIndex(index: BlindIndex, type: IdentityDocumentType, number: string): string {
  return index.blindIndex(subjectOf(type, number), purpose);
}

/** Every index the document may stand under while keys are being rotated. */
export function identityIndexes(index: BlindIndex, type: IdentityDocumentType, number: string): readonly string[] {
  return index.candidates(subjectOf(type, number), purpose);
}

/** The place a sealed document number is bound to. */
export const identityNumberContext = (graduateId: string): string => `graduate.idNumber:${graduateId}`;
