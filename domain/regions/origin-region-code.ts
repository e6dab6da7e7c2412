import type { z } from 'zod';
import { isKnownIdRegion } from './id-regions.ts';
import { regionSchema } from './region-schemas.ts';

/** 生源所在地 in a roster: a region in force or a retired one. Apart, since the retired ones are as long a list again. */
export const OriginRegionCode = regionSchema(isKnownIdRegion);
export type OriginRegionCode = z.infer<typeof OriginRegionCode>;
