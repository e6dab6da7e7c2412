import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useOutletContext, useParams } from 'react-router';
import type { Me } from '../access/me.ts';
import { NoticeText } from '../access/notice-text.tsx';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { BackToHub } from './back-to-hub.tsx';
import { useOwnGraduate } from './own-graduate.ts';
import { useGraduateWords } from './words.ts';

/** What is kept about the graduate: a copy, the way to a correction, the language of mails, what happened (F7). */
export function Component() {
  const { graduateId = '' } = useParams();
  const say = useGraduateWords();
  const graduate = useOwnGraduate(graduateId);
  const history = useQuery({ queryKey: ['history', graduateId], queryFn: ({ signal }) => answerOf(api.GET('/api/graduates/{id}/history', { params: { path: { id: graduateId }, query: {} }, signal })) });
  useTitle(say('data'));
  if (graduate.isPending) return <Loading />;
  if (!graduate.data) return <Failure error={graduate.error} onRetry={() => void graduate.refetch()} />;
  return <>
    <BackToHub graduateId={graduateId} />
    <h1>{say('data')}</h1>
    <section className="card">
      <p><button type="button" className="button" onClick={() => save({ graduate: graduate.data, history: history.data?.items ?? [] })}>{say('copy')}</button></p>
      <p className="soft">{say('copyHelp')}</p>
      <p>{say('correct')} <Link to="../basic" relative="path">{say('basic')}</Link></p>
    </section>
    <MailLanguage />
    {history.data && history.data.items.length > 0 && <section className="card"><h2>{say('happened')}</h2><ul>{history.data.items.map(({ at, action, by }) => <li key={`${at} ${action}`}>
      <time dateTime={at}>{new Date(at).toLocaleString(document.documentElement.lang, { timeZone: 'Asia/Shanghai' })}</time> <code>{action}</code>{say('by', { who: say(by) })}
    </li>)}</ul></section>}
    <details className="card"><summary>{say('noticeAgreed')}</summary><NoticeText /></details>
  </>;
}

function MailLanguage() {
  const say = useGraduateWords();
  const me = useOutletContext<Me>();
  const cache = useQueryClient();
  const choose = useCommand((language: 'zh' | 'en') => api.POST('/api/me/language', { body: { language } }), () => void cache.invalidateQueries({ queryKey: ['me'] }));
  return <fieldset className="card"><legend>{say('mailLanguage')}</legend>
    {(['zh', 'en'] as const).map((language) => <label key={language}><input type="radio" name="mail-language" checked={me.account.language === language} onChange={() => choose.mutate(language)} /> {say(language === 'zh' ? 'chinese' : 'english')} </label>)}
    <WriteState of={choose} />
  </fieldset>;
}

/** A file made here, of what the page has: it passes no other machine. */
function save(content: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: address, download: 'my-registration.json' }).click();
  URL.revokeObjectURL(address);
}
