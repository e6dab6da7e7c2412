import { z } from 'zod';
import { phone, postcode } from '../text/contact.ts';
import { personName } from '../text/person-name.ts';
import { plainText } from '../text/plain-text.ts';
import { DossierContent } from '../registration/dossier-content.ts';

/** Who sends it, as the papers say: handler and telephone (R61, R62), where the receipt goes back to (R62). */
export const DispatchOffice = z.strictObject({ handler: personName, phone, address: plainText(1, 200), postcode });
export type DispatchOffice = z.infer<typeof DispatchOffice>;

/** Where the file goes, as approved when it was prepared; what changes later does not change a sealed file (X30). */
export const DispatchTarget = z.object({
  type: DossierContent.shape.type,
  unitName: z.string(),
  region: z.string(),
  address: z.string(),
  postcode: z.string().nullable(),
  contact: z.string().nullable(),
  phone: z.string().nullable(),
  /** 就业单位名称 (R62); null while none is registered. */
  employer: z.string().nullable(),
});
export type DispatchTarget = z.infer<typeof DispatchTarget>;
