import { z } from 'zod';
import { codeSchema } from '../codes/code-schema.ts';
import { academicStatuses } from '../codes/academic-statuses.ts';
import { educationLevels } from '../codes/education-levels.ts';
import { ethnicities } from '../codes/ethnicities.ts';
import { genders } from '../codes/genders.ts';
import { hardshipCategories } from '../codes/hardship-categories.ts';
import { IdentityDocumentType } from '../codes/identity-document-type.ts';
import { normalStudentCategories } from '../codes/normal-student-categories.ts';
import { politicalStatuses } from '../codes/political-statuses.ts';
import { trainingModes } from '../codes/training-modes.ts';
import { urbanRurals } from '../codes/urban-rural.ts';
import { GraduationMonth } from '../calendar/graduation-month.ts';
import { OriginRegionCode } from '../regions/origin-region-code.ts';
import { personName } from '../text/person-name.ts';
import { plainText } from '../text/plain-text.ts';

/**
 * What the school may correct (R7): everything but phone and mail. The API replaces a document number by its index and seal.
 */
export const BasicCorrection = z
  .strictObject({
    candidateNo: plainText(1, 30),
    studentNo: plainText(1, 30),
    name: personName,
    idType: IdentityDocumentType,
    idNumberIndex: z.string().min(1),
    sealedIdNumber: z.string().min(1),
    gender: codeSchema(genders.codes),
    ethnicity: codeSchema(ethnicities.codes),
    politicalStatus: codeSchema(politicalStatuses.codes),
    educationLevel: codeSchema(educationLevels.codes),
    trainingMode: codeSchema(trainingModes.codes),
    targetUnit: plainText(1, 100).nullable(),
    major: plainText(1, 100),
    schoolingYears: z.string().regex(/^\d(\.5)?$/),
    originRegion: OriginRegionCode,
    enrolledAt: GraduationMonth,
    graduatedAt: GraduationMonth,
    dossierInSchool: z.boolean(),
    hukouInSchool: z.boolean(),
    className: plainText(1, 60).nullable(),
    majorCode: plainText(1, 30).nullable(),
    urbanRural: codeSchema(urbanRurals.codes).nullable(),
    academicStatus: codeSchema(academicStatuses.codes),
    normalCategory: codeSchema(normalStudentCategories.codes).nullable(),
    hardship: codeSchema(hardshipCategories.codes).nullable(),
  })
  .partial();
export type BasicCorrection = z.infer<typeof BasicCorrection>;

/** These are one person's: the same value for several would be a mistake. */
export const onePersonFields: readonly string[] = ['name', 'idNumber', 'candidateNo', 'studentNo'];
