import { z } from 'zod';
import { codeSchema } from '../codes/code-schema.ts';
import { transferTypes } from '../codes/transfer-types.ts';
import { CountyCode } from '../regions/region-schemas.ts';
import { phone, postcode } from '../text/contact.ts';
import { plainText } from '../text/plain-text.ts';

/** 档案信息登记 (R17): postcode and phone may be missing, with a warning, since the courier needs them. */
export const DossierContent = z.strictObject({
  type: codeSchema(transferTypes.codes),
  unitName: plainText(1, 100),
  region: CountyCode,
  address: plainText(1, 200),
  postcode: postcode.nullable().default(null),
  contact: plainText(1, 60).nullable().default(null),
  phone: phone.nullable().default(null),
  note: plainText(1, 200),
});
export type DossierContent = z.infer<typeof DossierContent>;
