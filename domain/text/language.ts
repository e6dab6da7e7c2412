import { z } from 'zod';

/** The two languages every name, message and mail exists in. */
export const Language = z.enum(['zh', 'en']);
export type Language = z.infer<typeof Language>;

/** One text in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
