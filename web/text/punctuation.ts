import { useTranslation } from 'react-i18next';

const marks = {
  zh: { comma: '、', colon: '：', semicolon: '；' },
  en: { comma: ', ', colon: ': ', semicolon: '; ' },
} as const;

/** What stands between words in the reader's language: Chinese marks are wide and bring their own space. */
export function usePunctuation(): (typeof marks)['zh' | 'en'] {
  const { i18n } = useTranslation();
  return marks[i18n.language === 'en' ? 'en' : 'zh'];
}
