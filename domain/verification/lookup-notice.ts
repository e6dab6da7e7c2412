import { z } from 'zod';

/** How a graduate hears that a number was verified: the first of each day for each number at once, or one message in the evening. */
export const LookupNotice = z.enum(['AT_ONCE', 'DAILY']);

/** Hour in Shanghai at which the message of the day goes out. */
export const lookupDigestHour = 20;
