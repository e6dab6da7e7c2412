import { academicStatuses } from '../../domain/codes/academic-statuses.ts';
import type { CodeEntry } from '../../domain/codes/code-list.ts';
import { educationLevels } from '../../domain/codes/education-levels.ts';
import { ethnicities } from '../../domain/codes/ethnicities.ts';
import { genders } from '../../domain/codes/genders.ts';
import { hardshipCategories } from '../../domain/codes/hardship-categories.ts';
import { identityDocumentTypes } from '../../domain/codes/identity-document-types.ts';
import { normalStudentCategories } from '../../domain/codes/normal-student-categories.ts';
import { politicalStatuses } from '../../domain/codes/political-statuses.ts';
import { trainingModes } from '../../domain/codes/training-modes.ts';
import { urbanRurals } from '../../domain/codes/urban-rural.ts';
import { basicFieldWords } from '../../domain/graduate/basic-field-words.ts';

export type BasicFieldName = keyof typeof basicFieldWords;

/** In the order in which they are shown. */
export const basicFields = Object.keys(basicFieldWords) as BasicFieldName[];

interface Codes {
  readonly entries: readonly CodeEntry[];
  readonly find: (code: string) => CodeEntry | undefined;
}

/** The code lists of the basic information, by field (R8). */
export const basicCodes: Readonly<Partial<Record<BasicFieldName, Codes>>> = {
  academicStatus: academicStatuses,
  educationLevel: educationLevels,
  ethnicity: ethnicities,
  gender: genders,
  hardship: hardshipCategories,
  idType: identityDocumentTypes,
  normalCategory: normalStudentCategories,
  politicalStatus: politicalStatuses,
  trainingMode: trainingModes,
  urbanRural: urbanRurals,
};
