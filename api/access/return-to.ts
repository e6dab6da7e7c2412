import { z } from 'zod';

/** Where to go after sign-in: a page of ours. Two slashes, or a backslash, would lead to another host. */
export const returnToQuery = z.strictObject({
  returnTo: z
    .string()
    .max(200)
    .regex(/^\/(?![/\\])[\x21-\x7e]*$/, { error: 'VALUE_WRONG' })
    .default('/'),
});
