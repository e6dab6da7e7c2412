import { z } from 'zod';
import { fieldError } from '../text/field-problems.ts';
import { isKnownIdRegion } from './id-regions.ts';
import { isRegion, regionLevel } from './regions.ts';

const regionSchema = (accepts: (code: string) => boolean) => z.string({ error: fieldError('TYPE_WRONG') })
  .refine(accepts, { error: 'REGION_UNKNOWN' })
  .meta({ pattern: '^\\d{6}$' });

/** The code of a region in force, of any level. */
export const RegionCode = regionSchema(isRegion);
export type RegionCode = z.infer<typeof RegionCode>;

/** The code of a county in force: what an address to be delivered to needs. */
export const CountyCode = regionSchema((code) => regionLevel(code) === 'COUNTY');
export type CountyCode = z.infer<typeof CountyCode>;

/** 生源所在地 in a roster: a region in force or a retired one. */
export const OriginRegionCode = regionSchema(isKnownIdRegion);
export type OriginRegionCode = z.infer<typeof OriginRegionCode>;
