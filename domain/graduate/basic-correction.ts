import { z } from 'zod';
import { AcademicStatus } from '../codes/academic-statuses.ts';
import { EducationLevel } from '../codes/education-levels.ts';
import { Ethnicity } from '../codes/ethnicities.ts';
import { Gender } from '../codes/genders.ts';
import { HardshipCategory } from '../codes/hardship-categories.ts';
import { IdentityDocumentType } from '../codes/identity-document-types.ts';
import { NormalStudentCategory } from '../codes/normal-student-categories.ts';
import { PoliticalStatus } from '../codes/political-statuses.ts';
import { TrainingMode } from '../codes/training-modes.ts';
import { UrbanRural } from '../codes/urban-rural.ts';
import { GraduationMonth } from '../calendar/graduation-month.ts';
import { OriginRegionCode } from '../regions/region-schemas.ts';
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
    gender: Gender,
    ethnicity: Ethnicity,
    politicalStatus: PoliticalStatus,
    educationLevel: EducationLevel,
    trainingMode: TrainingMode,
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
    urbanRural: UrbanRural.nullable(),
    academicStatus: AcademicStatus,
    normalCategory: NormalStudentCategory.nullable(),
    hardship: HardshipCategory.nullable(),
  })
  .partial();
export type BasicCorrection = z.infer<typeof BasicCorrection>;

/** These are one person's: the same value for several would be a mistake. */
export const onePersonFields: readonly string[] = ['name', 'idNumber', 'candidateNo', 'studentNo'];
