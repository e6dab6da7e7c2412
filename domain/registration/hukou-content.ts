import { z } from 'zod';
import { codeSchema } from '../codes/code-schema.ts';
import { transferTypes } from '../codes/transfer-types.ts';
import { CountyCode } from '../regions/region-schemas.ts';
import { plainText } from '../text/plain-text.ts';

/** 户口信息登记: a unit where the type names one; 转回生源地 goes back to the former place. */
export const HukouContent = z
  .strictObject({
    type: codeSchema(transferTypes.codes),
    region: CountyCode,
    unitName: plainText(1, 100).nullable().default(null),
  })
  .superRefine((content, context) => {
    if (content.type !== 'HOME' && content.unitName === null) {
      context.addIssue({ code: 'custom', path: ['unitName'], message: 'REQUIRED' });
    }
  });
export type HukouContent = z.infer<typeof HukouContent>;
