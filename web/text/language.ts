import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh' | 'en';

const storageKey = 'language';

function firstLanguage(): Language {
  const kept = localStorage.getItem(storageKey);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

// Synchronous, since the words are in the bundle: `defineWords` adds those of each part when it is loaded.
void i18n.use(initReactI18next).init({
  initAsync: false,
  lng: firstLanguage(),
  fallbackLng: 'zh',
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});
writeLanguage();

export function language(): Language {
  return i18n.language === 'en' ? 'en' : 'zh';
}

/** Switches the pages; in which language mails come is the account's own choice. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  localStorage.setItem(storageKey, chosen);
  await i18n.changeLanguage(chosen);
  writeLanguage();
}

function writeLanguage(): void {
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
}
