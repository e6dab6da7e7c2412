import type { IdentityDocumentType } from '../codes/identity-document-type.ts';
import { trainingModes } from '../codes/training-modes.ts';
import { email, phone } from '../text/contact.ts';
import { personName } from '../text/person-name.ts';
import { plainText } from '../text/plain-text.ts';
import { cellText, type CellValue } from './cell-value.ts';
import { numberText, readSchoolingYears, readYesNo, textReader } from './cell-reader.ts';
import { codeReaders } from './code-readers.ts';
import { readMonth } from './read-date.ts';
import { readOriginRegion } from './read-region.ts';
import type { RosterBasic } from './roster-row.ts';
import type { RowReader } from './row-reader.ts';

const shortText = textReader(plainText(1, 60));
const text = textReader(plainText(1, 100));
const numberName = textReader(plainText(1, 30), numberText);

/** R8 and the later columns; who the person is has been read already. */
export function readBasic(reader: RowReader, identity: { idType: IdentityDocumentType; gender: string }): RosterBasic {
  const enrolledAt = reader.read('enrolledAt', readMonth, '');
  const graduatedAt = reader.read('graduatedAt', readMonth, '');
  if (enrolledAt !== '' && graduatedAt !== '' && enrolledAt >= graduatedAt) reader.report('graduatedAt', 'DATES_OUT_OF_ORDER');
  return {
    candidateNo: readCandidateNo(reader, enrolledAt),
    name: reader.read('name', textReader(personName), ''),
    ...identity,
    ethnicity: reader.read('ethnicity', codeReaders.ethnicity, ''),
    politicalStatus: reader.read('politicalStatus', codeReaders.politicalStatus, ''),
    educationLevel: reader.read('educationLevel', codeReaders.educationLevel, ''),
    ...readTrainingMode(reader),
    major: reader.read('major', text, ''),
    majorCode: reader.read('majorCode', numberName, null),
    schoolingYears: reader.read('schoolingYears', readSchoolingYears, ''),
    studentNo: reader.read('studentNo', numberName, ''),
    originRegion: reader.read('originRegion', readOriginRegion, ''),
    urbanRural: reader.read('urbanRural', codeReaders.urbanRural, null),
    enrolledAt,
    graduatedAt,
    dossierInSchool: reader.read('dossierInSchool', readYesNo, false),
    hukouInSchool: reader.read('hukouInSchool', readYesNo, false),
    phone: readContact(reader, 'phone', phone),
    email: readContact(reader, 'email', email),
    academicStatus: reader.read('academicStatus', codeReaders.academicStatus, 'GRADUATED'),
    normalCategory: reader.read('normalCategory', codeReaders.normalCategory, null),
    hardship: reader.read('hardship', codeReaders.hardship, null),
    className: reader.read('className', shortText, null),
  };
}

/** F6: only the length and the year are safe to check, and they only warn. */
function readCandidateNo(reader: RowReader, enrolledAt: string): string {
  const candidateNo = reader.read('candidateNo', numberName, '');
  if (candidateNo === '') return '';
  if (!/^\d{14,15}$/.test(candidateNo)) reader.report('candidateNo', 'CANDIDATE_NO_LENGTH');
  else if (enrolledAt !== '' && candidateNo.length === 14 && !candidateNo.startsWith(enrolledAt.slice(2, 4)))
    reader.report('candidateNo', 'CANDIDATE_NO_YEAR');
  return candidateNo;
}

/** F1: 定向 and 委培 name the unit that the graduate is bound to. */
function readTrainingMode(reader: RowReader): { trainingMode: string; targetUnit: string | null } {
  const trainingMode = reader.read('trainingMode', codeReaders.trainingMode, '');
  const targetUnit = reader.read('targetUnit', text, null);
  const bound = trainingModes.find(trainingMode)?.boundToUnit;
  if (bound === true && !reader.isFilled('targetUnit')) reader.report('targetUnit', 'REQUIRED');
  if (bound === false && targetUnit !== null) reader.report('targetUnit', 'TARGET_UNIT_UNEXPECTED');
  return { trainingMode, targetUnit };
}

/** R7: contact data are the graduate's own, so what cannot be read is left out instead of keeping the graduate out. */
function readContact(reader: RowReader, field: 'phone' | 'email', schema: typeof phone | typeof email): string | null {
  if (!reader.isFilled(field)) return null;
  const reading = textReader(schema)(asText(reader.cell(field)));
  if (reading.ok) return reading.value;
  reader.report(field, reading.code, { severity: 'WARNING' });
  return null;
}

// A hyperlinked address is written mailto:… by some programs.
const asText = (value: CellValue): CellValue => cellText(value).replace(/^mailto:/i, '');
