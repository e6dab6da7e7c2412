import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { WriteState } from '../app/write-state.tsx';
import { useTitle } from '../app/title.ts';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { useBilingual } from '../text/words.ts';
import { signOut } from './sign-out.ts';
import { useAccessWords } from './words.ts';

/** What is collected and why; nothing of the graduate's is shown before it is accepted (F7). */
export function ConsentPage() {
  const say = useAccessWords();
  const inWords = useBilingual();
  const cache = useQueryClient();
  const notice = useQuery({ queryKey: ['notice'], queryFn: ({ signal }) => answerOf(api.GET('/api/notice', { signal })) });
  const consent = useCommand((noticeVersion: string) => api.POST('/api/consent', { body: { noticeVersion } }), () => void cache.invalidateQueries());
  useTitle(notice.data && inWords(notice.data.title));
  if (notice.isPending) return <Loading />;
  if (!notice.data) return <Failure error={notice.error} onRetry={() => void notice.refetch()} />;
  const { title, sections, version } = notice.data;
  return <article className="card">
    <h1>{inWords(title)}</h1>
    {sections.map(({ heading, paragraphs }) => <section key={heading.en}>
      <h2>{inWords(heading)}</h2>
      {paragraphs.map((paragraph) => <p key={paragraph.en}>{inWords(paragraph)}</p>)}
    </section>)}
    <button type="button" className="button" disabled={consent.isPending} onClick={() => consent.mutate(version)}>{say('agree')}</button>
    <WriteState of={consent} />
    <p className="soft">{say('declineHelp')} <button type="button" className="plain-button" onClick={() => void signOut()}>{say('decline')}</button></p>
  </article>;
}
