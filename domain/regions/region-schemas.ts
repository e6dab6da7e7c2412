import { z } from 'zod';
import { fieldError } from '../text/field-problems.ts';
import { isRegion, regionLevel } from './regions.ts';

/** Accepts what `accepts` knows; answers REGION_UNKNOWN. */
export const regionSchema = (accepts: (code: string) => boolean) =>
  z
    .string({ error: fieldError('TYPE_WRONG') })
    .refine(accepts, { error: 'REGION_UNKNOWN' })
    .meta({ pattern: '^\\d{6}$' });

/** The code of a region in force, of any level. */
export const RegionCode = regionSchema(isRegion);
export type RegionCode = z.infer<typeof RegionCode>;

/** The code of a county in force: what an address to be delivered to needs. */
export const CountyCode = regionSchema((code) => regionLevel(code) === 'COUNTY');
export type CountyCode = z.infer<typeof CountyCode>;
