import { z } from 'zod';
import { IdentityDocumentType } from '../../domain/codes/identity-document-type.ts';
import { BasicCorrection } from '../../domain/graduate/basic-correction.ts';
import { plainText } from '../../domain/text/plain-text.ts';

const { idNumberIndex: _index, sealedIdNumber: _sealed, ...correctable } = BasicCorrection.shape;

/** What the school may correct (R7); a document number comes in the clear and is stored sealed. */
export const CorrectionBody = z.strictObject({
  changes: z.strictObject({ ...correctable, idType: IdentityDocumentType.optional(), idNumber: z.string().min(1).max(40).optional() }),
  reason: plainText(1, 200),
});
export type CorrectionBody = z.infer<typeof CorrectionBody>;
