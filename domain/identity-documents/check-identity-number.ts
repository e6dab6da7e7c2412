import { assertNever } from '../assert-never.ts';
import type { IdentityDocumentType } from '../codes/identity-document-type.ts';
import type { CheckResult } from './check-result.ts';
import { checkResidencePermit, checkResidentId, type IdentityContext } from './resident-id.ts';
import { checkPassport, checkTravelPermit } from './travel-documents.ts';

/** X22: the number of an identity document by the rules of its type. */
export function checkIdentityNumber(type: IdentityDocumentType, text: string, context: IdentityContext): CheckResult {
  switch (type) {
    case 'RESIDENT_ID':
      return checkResidentId(text, context);
    case 'HMT_RESIDENCE':
      return checkResidencePermit(text, context);
    case 'TRAVEL_PERMIT':
      return checkTravelPermit(text);
    case 'PASSPORT':
      return checkPassport(text);
    default:
      return assertNever(type);
  }
}

/** True for the two types whose number holds a date of birth and a gender. */
export function hasBirthDate(type: IdentityDocumentType): boolean {
  return type === 'RESIDENT_ID' || type === 'HMT_RESIDENCE';
}
