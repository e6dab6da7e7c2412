import { z } from 'zod';
import { maskEmail, maskIdentityNumber, maskPhone } from '../../domain/access/masking.ts';
import type { FieldCipher } from '../../infra/crypto/field-cipher.ts';
import { identityNumberContext } from '../../infra/identity/identity-index.ts';
import type { DetailedStanding } from './read-graduate.ts';

/** Basic information (R8): codes as in /api/codes, regions as in /api/regions. The document number, telephone and mail are masked. */
export const BasicView = z
  .object({
    candidateNo: z.string(),
    name: z.string(),
    idType: z.string(),
    idNumber: z.string().meta({ description: 'Masked' }),
    gender: z.string(),
    ethnicity: z.string(),
    politicalStatus: z.string(),
    educationLevel: z.string(),
    trainingMode: z.string(),
    targetUnit: z.string().nullable(),
    major: z.string(),
    majorCode: z.string().nullable(),
    schoolingYears: z.string(),
    studentNo: z.string(),
    originRegion: z.string(),
    urbanRural: z.string().nullable(),
    enrolledAt: z.string(),
    graduatedAt: z.string(),
    dossierInSchool: z.boolean(),
    hukouInSchool: z.boolean(),
    phone: z.string().nullable().meta({ description: 'Masked' }),
    email: z.string().nullable().meta({ description: 'Masked' }),
    academicStatus: z.string(),
    normalCategory: z.string().nullable(),
    hardship: z.string().nullable(),
    className: z.string().nullable(),
  })
  .meta({ id: 'BasicInformation' });
type BasicView = z.infer<typeof BasicView>;

/** For the graduate, who may be looked at over the shoulder and recognises the own telephone by its ends; and for staff until they ask (F7). */
export function basicView(cipher: FieldCipher, { state, details }: DetailedStanding): BasicView {
  const { idNumberIndex: _, phone, email, ...basic } = state.basic;
  const idNumber = maskIdentityNumber(cipher.open(details.idNumberSealed, identityNumberContext(state.id)));
  return { ...basic, idNumber, phone: phone && maskPhone(phone), email: email && maskEmail(email) };
}
