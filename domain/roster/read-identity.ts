import { checkIdentityNumber, hasBirthDate } from '../identity-documents/check-identity-number.ts';
import { genderOf } from '../identity-documents/resident-id.ts';
import { IdentityDocumentType } from '../codes/identity-document-type.ts';
import { genderName } from '../codes/genders.ts';
import { codeText, hasLostDigits } from './cell-value.ts';
import { codeReaders } from './code-readers.ts';
import { readAs, unreadable } from './cell-reader.ts';
import type { RosterContext } from './roster-row.ts';
import type { RowReader } from './row-reader.ts';

/** Who the person is (X22): document type, its number by the rules of that type, and a gender that agrees with it (F6). */
export function readIdentity(
  reader: RowReader,
  context: RosterContext,
): { idType: IdentityDocumentType; idNumber: string; gender: string } {
  const idType = IdentityDocumentType.parse(reader.read('idType', codeReaders.idType, 'RESIDENT_ID'));
  const gender = reader.read('gender', codeReaders.gender, '');
  // By the rules of a type that could not be read, a right number would look wrong.
  if (reader.hasErrors('idType')) return { idType, idNumber: '', gender };
  const idNumber = reader.read(
    'idNumber',
    (value) => {
      if (hasLostDigits(value)) return unreadable('ID_PRECISION_LOST');
      const checked = checkIdentityNumber(idType, codeText(value), context);
      if (checked.ok) return readAs(checked.value, listedRegion(idType, checked.value, context) ? undefined : 'ID_REGION_UNLISTED');
      // A sheet that was saved as text after the loss shows fifteen digits and three zeros.
      return unreadable(
        checked.problem === 'ID_CHECK_DIGIT' && /^\d{15}000$/.test(codeText(value)) ? 'ID_PRECISION_LOST' : checked.problem,
      );
    },
    '',
  );
  if (idNumber !== '' && gender !== '' && hasBirthDate(idType) && gender !== genderOf(idNumber)) {
    reader.report('gender', 'GENDER_MISMATCH', { expected: genderName(genderOf(idNumber), 'zh') });
  }
  return { idType, idNumber, gender };
}

function listedRegion(idType: IdentityDocumentType, number: string, { regionStatus }: RosterContext): boolean {
  return idType !== 'RESIDENT_ID' || regionStatus(number.slice(0, 6)) !== 'UNLISTED';
}
