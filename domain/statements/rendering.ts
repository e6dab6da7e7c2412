import { z } from 'zod';
import type { Language } from '../text/language.ts';

/** How a statement is printed: in Chinese, in English (names and places stay as recorded), or in Chinese with large type. */
export const StatementRendering = z.enum(['zh', 'en', 'large']);
export type StatementRendering = z.infer<typeof StatementRendering>;

export const renderingLanguage = (rendering: StatementRendering): Language => (rendering === 'en' ? 'en' : 'zh');
