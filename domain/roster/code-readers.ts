import { academicStatuses } from '../codes/academic-statuses.ts';
import { destinations } from '../codes/destinations.ts';
import { educationLevels } from '../codes/education-levels.ts';
import { employerNatures } from '../codes/employer-natures.ts';
import { ethnicities, findEthnicity } from '../codes/ethnicities.ts';
import { genders } from '../codes/genders.ts';
import { hardshipCategories } from '../codes/hardship-categories.ts';
import { identityDocumentTypes } from '../codes/identity-document-types.ts';
import { industries } from '../codes/industries.ts';
import { jobCategories } from '../codes/job-categories.ts';
import { normalStudentCategories } from '../codes/normal-student-categories.ts';
import { politicalStatuses } from '../codes/political-statuses.ts';
import { trainingModes } from '../codes/training-modes.ts';
import { transferTypes } from '../codes/transfer-types.ts';
import { urbanRurals } from '../codes/urban-rural.ts';
import { codeReader } from './read-code.ts';

/** How the coded columns are read. The words beside a list are everyday ones that rosters use for its entries. */
export const codeReaders = {
  academicStatus: codeReader(academicStatuses, { 毕业生: 'GRADUATED', 结业生: 'COMPLETED' }),
  destinationCode: codeReader(destinations),
  educationLevel: codeReader(educationLevels, { 本科生: '231', 硕士研究生毕业: '111', 博士研究生毕业: '101', 大专: '341' }),
  employerNature: codeReader(employerNatures),
  ethnicity: codeReader({ ...ethnicities, findByName: findEthnicity }),
  gender: codeReader(genders),
  hardship: codeReader(hardshipCategories, { 否: '0', 无: '0' }),
  idType: codeReader(identityDocumentTypes),
  industry: codeReader(industries),
  jobCategory: codeReader(jobCategories),
  normalCategory: codeReader(normalStudentCategories, { 否: '2', 师范生: '1' }),
  politicalStatus: codeReader(politicalStatuses, { 党员: '01', 预备党员: '02', 团员: '03' }),
  trainingMode: codeReader(trainingModes, { 非定向就业: '1', 统招: '1', 定向就业: '2', 委托培养: '4', 自筹经费: '5' }),
  transferType: codeReader(transferTypes),
  urbanRural: codeReader(urbanRurals, { 城市: 'URBAN', 乡村: 'RURAL' }),
} as const;
