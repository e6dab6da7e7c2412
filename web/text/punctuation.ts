import { useTranslation } from 'react-i18next';

const marks = {
  zh: { list: '、', comma: '，', colon: '：', semicolon: '；' },
  en: { list: ', ', comma: ', ', colon: ': ', semicolon: '; ' },
} as const;

/** What stands between words in the reader's language: Chinese marks are wide and bring their own space. */
export function usePunctuation(): (typeof marks)['zh' | 'en'] {
  const { i18n } = useTranslation();
  return marks[i18n.language === 'en' ? 'en' : 'zh'];
}
