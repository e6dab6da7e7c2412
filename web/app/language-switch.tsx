import { chooseLanguage, language } from '../text/language.ts';
import { useAppWords } from './words.ts';

export function LanguageSwitch() {
  const say = useAppWords();
  const other = language() === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="plain-button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => void chooseLanguage(other)}>
      {say('otherLanguage')}
    </button>
  );
}
