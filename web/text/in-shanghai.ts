import { language } from './language.ts';

/** An instant as people here read it; rules speak of Asia/Shanghai wherever the reader is. */
export const inShanghai = (at: string): string =>
  new Date(at).toLocaleString(language() === 'zh' ? 'zh-CN' : 'en', { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' });
