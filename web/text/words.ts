import i18n from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { language } from './language.ts';

type Pair = readonly [zh: string, en: string];
type Values = Readonly<Record<string, string | number>>;

/**
 * The words of a part in both languages, side by side so that none is forgotten; `{{name}}` stands for a value.
 * Gives the hook by which components of the part speak: `const say = useGrantWords(); say('close')`.
 */
export function defineWords<K extends string>(part: string, words: Readonly<Record<K, Pair>>): () => (key: K, values?: Values) => string {
  const side = (index: 0 | 1) => Object.fromEntries(Object.entries<Pair>(words).map(([key, pair]) => [key, pair[index]]));
  i18n.addResourceBundle('zh', part, side(0));
  i18n.addResourceBundle('en', part, side(1));
  return function useWords() {
    const { t } = useTranslation(part);
    return useCallback((key: K, values: Values = {}) => t(key as string, values), [t]);
  };
}

/** For words that come from the server in both languages. */
export function useBilingual(): (words: { readonly zh: string; readonly en: string }) => string {
  const {
    i18n: { language: current },
  } = useTranslation();
  return useCallback((words) => (current === 'en' ? words.en : words.zh), [current]);
}

/** The same outside of components. */
export const bilingual = (words: { readonly zh: string; readonly en: string }): string => words[language()];
