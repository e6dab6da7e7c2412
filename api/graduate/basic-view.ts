import { z } from 'zod';
import { maskEmail, maskIdentityNumber, maskPhone } from '../../domain/access/masking.ts';
import type { FieldCipher } from '../../infra/crypto/field-cipher.ts';
import { identityNumberContext } from '../../infra/identity/identity-index.ts';
import type { DetailedStanding } from './read-graduate.ts';

/** Basic information (R8): codes as in /api/codes, regions as in /api/regions. The document number is always masked. */
export const BasicView = z.object({
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
  phone: z.string().nullable(),
  email: z.string().nullable(),
  academicStatus: z.string(),
  normalCategory: z.string().nullable(),
  hardship: z.string().nullable(),
  className: z.string().nullable(),
}).meta({ id: 'BasicInformation' });
type BasicView = z.infer<typeof BasicView>;

/** For the reviewers, who must be able to reach the graduate. */
export function staffBasicView(cipher: FieldCipher, { state, details }: DetailedStanding): BasicView {
  const { idNumberIndex: _, ...basic } = state.basic;
  return { ...basic, idNumber: maskIdentityNumber(cipher.open(details.idNumberSealed, identityNumberContext(state.id))) };
}

/** For the graduate, who may be looked at over the shoulder: one recognises one's own telephone by its ends. */
export function ownBasicView(cipher: FieldCipher, standing: DetailedStanding): BasicView {
  const view = staffBasicView(cipher, standing);
  return { ...view, phone: view.phone && maskPhone(view.phone), email: view.email && maskEmail(view.email) };
}
