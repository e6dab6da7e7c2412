import { z } from 'zod';
import { fieldError } from '../text/field-problems.ts';

/** A point in time, in milliseconds since 1970-01-01T00:00Z; whole numbers only. */
export const Instant = z
  .int({ error: fieldError('INSTANT_IMPOSSIBLE') })
  .min(0, { error: 'INSTANT_IMPOSSIBLE' })
  .max(Date.UTC(2999, 11, 31), { error: 'INSTANT_IMPOSSIBLE' });
export type Instant = z.infer<typeof Instant>;

/** X13: what the server had received before the deadline is in time, whenever it is worked on. */
export function isInTime(receivedAt: Instant, deadline: Instant): boolean {
  return receivedAt < deadline;
}
