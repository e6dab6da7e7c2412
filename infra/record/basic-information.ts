import type { BasicInformation } from '../../domain/graduate/basic-information.ts';

/** The columns of the graduate row that hold basic information have the names of the fields. */
export type BasicInformationRow = { -readonly [Field in keyof BasicInformation]: BasicInformation[Field] };

const fields: { readonly [Field in keyof BasicInformation]: true } = {
  candidateNo: true,
  name: true,
  idType: true,
  idNumberIndex: true,
  gender: true,
  ethnicity: true,
  politicalStatus: true,
  educationLevel: true,
  trainingMode: true,
  targetUnit: true,
  major: true,
  majorCode: true,
  schoolingYears: true,
  studentNo: true,
  originRegion: true,
  urbanRural: true,
  enrolledAt: true,
  graduatedAt: true,
  dossierInSchool: true,
  hukouInSchool: true,
  phone: true,
  email: true,
  academicStatus: true,
  normalCategory: true,
  hardship: true,
  className: true,
};

export const basicFields = Object.keys(fields) as (keyof BasicInformation)[];

export function basicInformationOf(row: BasicInformationRow): BasicInformation {
  return Object.fromEntries(basicFields.map((field) => [field, row[field]])) as unknown as BasicInformation;
}
