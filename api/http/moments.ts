import { z } from 'zod';
import { formatDeadline, formatInstant } from '../../domain/calendar/shanghai.ts';

/** An instant in answers: UTC, ISO 8601. */
export const InstantText = z.iso.datetime();
export const instantText = (at: number): string => new Date(at).toISOString();

/** An instant with the words people read, in Shanghai; a deadline is shown by its last second (R29). */
export const Moment = z
  .object({
    at: InstantText,
    text: z.string().meta({ description: 'yyyy-MM-dd HH:mm:ss, Asia/Shanghai; of a deadline the last second before it' }),
  })
  .meta({ id: 'Moment' });
export type Moment = z.infer<typeof Moment>;

export const momentOf = (at: number): Moment => ({ at: instantText(at), text: formatInstant(at) });
export const deadlineOf = (at: number): Moment => ({ at: instantText(at), text: formatDeadline(at) });
