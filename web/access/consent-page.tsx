import { useQueryClient } from '@tanstack/react-query';
import { useTitle } from '../app/title.ts';
import { WriteState } from '../app/write-state.tsx';
import { api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { useBilingual } from '../text/words.ts';
import { NoticeText, useNotice } from './notice-text.tsx';
import { signOut } from './sign-out.ts';
import { useAccessWords } from './words.ts';

/** Nothing of the graduate's is shown before the notice is accepted (F7). */
export function ConsentPage() {
  const say = useAccessWords();
  const inWords = useBilingual();
  const cache = useQueryClient();
  const { data: notice } = useNotice();
  const consent = useCommand(
    (noticeVersion: string) => api.POST('/api/consent', { body: { noticeVersion } }),
    () => void cache.invalidateQueries(),
  );
  useTitle(notice && inWords(notice.title));
  return (
    <article className="card">
      {notice && <h1>{inWords(notice.title)}</h1>}
      <NoticeText />
      {notice && (
        <button type="button" className="button" disabled={consent.isPending} onClick={() => consent.mutate(notice.version)}>
          {say('agree')}
        </button>
      )}
      <WriteState of={consent} />
      <p className="soft">
        {say('declineHelp')}{' '}
        <button type="button" className="plain-button" onClick={() => void signOut()}>
          {say('decline')}
        </button>
      </p>
    </article>
  );
}
