import { z } from 'zod';

/** A yes or no in a query string. */
export const flag = z.enum(['true', 'false'], { error: 'VALUE_WRONG' }).transform((word) => word === 'true');

/** 届 in a query string. */
export const CohortText = z.string().regex(/^2\d{3}$/, { error: 'VALUE_WRONG' }).transform(Number).meta({ description: '届, four digits' });
