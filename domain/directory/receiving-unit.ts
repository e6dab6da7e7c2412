import { z } from 'zod';
import { CountyCode } from '../regions/region-schemas.ts';
import { phone, postcode } from '../text/contact.ts';
import { plainText } from '../text/plain-text.ts';

/** A unit that files are sent to (R13, R40), in the lengths of the dossier section that it fills. */
export const ReceivingUnit = z.strictObject({
  name: plainText(1, 100),
  region: CountyCode,
  address: plainText(1, 200).nullable().default(null),
  postcode: postcode.nullable().default(null),
  contact: plainText(1, 60).nullable().default(null),
  phone: phone.nullable().default(null),
  mayHoldFiles: z
    .boolean()
    .nullable()
    .default(null)
    .meta({ description: 'Whether it has the right to hold dossiers; null: nobody has found out' }),
});
export type ReceivingUnit = z.infer<typeof ReceivingUnit>;

/** How the directory came to know it. */
export const UnitSource = z.enum(['SHEET', 'STAFF', 'REGISTRATION']);
export type UnitSource = z.infer<typeof UnitSource>;
