type Bilingual = { readonly zh: string; readonly en: string };

/** A text in both languages, of which the style sheet shows one. */
export const both = (zh: string, en: string): readonly HTMLElement[] =>
  (
    [
      ['zh', 'zh-CN', zh],
      ['en', 'en', en],
    ] as const
  ).map(([className, lang, textContent]) => Object.assign(document.createElement('span'), { className, lang, textContent }));

// Where the application keeps it too.
const storageKey = 'language';

/** Shows the page in the reader's language and lets the button in its header change it, for the other pages too. */
export function speak(title: Bilingual): void {
  const set = (language: 'zh' | 'en'): void => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = title[language];
  };
  document.querySelector('#language')?.addEventListener('click', () => {
    const chosen = document.documentElement.lang === 'en' ? 'zh' : 'en';
    localStorage.setItem(storageKey, chosen);
    set(chosen);
  });
  const kept = localStorage.getItem(storageKey) ?? navigator.language;
  set(kept.startsWith('zh') ? 'zh' : 'en');
}
