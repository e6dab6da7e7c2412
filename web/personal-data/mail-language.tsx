import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useOutletContext } from 'react-router';
import type { Me } from '../access/me.ts';
import { WriteState } from '../app/write-state.tsx';
import { api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import type { Language } from '../text/language.ts';
import { usePersonalDataWords } from './words.ts';

/** In which language mails come; the pages have a switch of their own. */
export function MailLanguage() {
  const say = usePersonalDataWords();
  const { account } = useOutletContext<Me>();
  const cache = useQueryClient();
  const [chosen, setChosen] = useState<Language>();
  const choose = useCommand(
    (language: Language) => api.POST('/api/me/language', { body: { language } }),
    () => void cache.invalidateQueries({ queryKey: ['me'] }),
  );
  const change = (language: Language) => {
    setChosen(language);
    choose.mutate(language, { onError: () => setChosen(undefined) });
  };
  return (
    <section className="card">
      <fieldset className="choices">
        <legend>{say('mailLanguage')}</legend>
        {(['zh', 'en'] as const).map((language) => (
          <label key={language}>
            <input
              type="radio"
              name="mail-language"
              checked={(chosen ?? account.language) === language}
              onChange={() => change(language)}
            />{' '}
            {say(language)}
          </label>
        ))}
        <WriteState of={choose} />
      </fieldset>
    </section>
  );
}
