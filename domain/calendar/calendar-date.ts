import { z } from 'zod';
import { fieldError } from '../text/field-problems.ts';
import { isCalendarDate } from './date-arithmetic.ts';

/** A day without a time, `yyyy-MM-dd`, compared as text. */
export const CalendarDate = z
  .string({ error: fieldError('TYPE_WRONG') })
  .refine(isCalendarDate, { error: 'DATE_IMPOSSIBLE' })
  .meta({ format: 'date' });
export type CalendarDate = z.infer<typeof CalendarDate>;
