import { useParams } from 'react-router';
import { NoticeText } from '../access/notice-text.tsx';
import { useTitle } from '../app/title.ts';
import { BackToHub } from '../graduate/back-to-hub.tsx';
import { Corrections } from './corrections.tsx';
import { History } from './history.tsx';
import { MailLanguage } from './mail-language.tsx';
import { TakeCopy } from './take-copy.tsx';
import { usePersonalDataWords } from './words.ts';

/** What is kept about the graduate: a copy, the way to a correction, the language of mails, what happened, what was agreed to (F7). */
export function Component() {
  const { graduateId = '' } = useParams();
  const say = usePersonalDataWords();
  useTitle(say('title'));
  return (
    <>
      <BackToHub graduateId={graduateId} />
      <h1>{say('title')}</h1>
      <TakeCopy graduateId={graduateId} />
      <Corrections graduateId={graduateId} />
      <MailLanguage />
      <History graduateId={graduateId} />
      <details className="card">
        <summary>{say('agreed')}</summary>
        <NoticeText />
      </details>
    </>
  );
}
