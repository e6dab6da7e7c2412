import { z } from 'zod';

/** A yes or no in a query string. */
export const flag = z.enum(['true', 'false'], { error: 'VALUE_WRONG' }).transform((word) => word === 'true');

/** 届 in a query string. */
export const CohortText = z
  .string()
  .regex(/^2\d{3}$/, { error: 'VALUE_WRONG' })
  .transform(Number)
  .meta({ description: '届, four digits' });

/** An instant in a query string, ISO 8601 with its offset. */
export const InstantQuery = z.iso.datetime({ offset: true, error: 'VALUE_WRONG' }).transform((text) => Date.parse(text));
