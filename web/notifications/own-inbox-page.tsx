import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { BackToHub } from '../graduate/back-to-hub.tsx';
import { answerOf, api } from '../http/client.ts';
import { NoticeList } from '../notices/notice-list.tsx';
import { inShanghai } from '../text/in-shanghai.ts';
import { useBilingual } from '../text/words.ts';
import { useNotificationWords } from './words.ts';

/** What was written to the graduate (R54), and the notices that concern them (R1). */
export function Component() {
  const { graduateId = '' } = useParams();
  const say = useNotificationWords();
  useTitle(say('title'));
  return (
    <>
      <BackToHub graduateId={graduateId} />
      <h1>{say('title')}</h1>
      <section>
        <h2>{say('notices')}</h2>
        <NoticeList />
      </section>
      <section>
        <h2>{say('messages')}</h2>
        <Messages />
      </section>
    </>
  );
}

const pages = {
  BASIC_INFORMATION: 'basic',
  DESTINATION: 'destination',
  DOSSIER: 'dossier',
  HUKOU: 'hukou',
  CONFIRMATION: 'confirmation',
  VERIFICATION: 'grants',
  DISPATCH: 'dossier-file',
  OVERVIEW: '',
} as const;

function Messages() {
  const say = useNotificationWords();
  const inWords = useBilingual();
  const cache = useQueryClient();
  const inbox = useInfiniteQuery({
    queryKey: ['notifications'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      answerOf(api.GET('/api/notifications', { params: { query: pageParam === '' ? {} : { cursor: pageParam } }, signal })),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (inbox.isPending) return <Loading />;
  if (!inbox.data) return <Failure error={inbox.error} onRetry={() => void inbox.refetch()} />;
  const items = inbox.data.pages.flatMap((page) => page.items);
  const read = (id: string) =>
    void api
      .POST('/api/notifications/{id}/read', { params: { path: { id } }, body: {} as never })
      .then(() => cache.invalidateQueries({ queryKey: ['notifications'] }));
  if (items.length === 0) return <p className="soft">{say('none')}</p>;
  return (
    <>
      {items.map(({ id, about, graduateId, words, createdAt, readAt }) => {
        const { subject, text } = { zh: words.zh, en: words.en }[inWords({ zh: 'zh', en: 'en' }) as 'zh' | 'en'];
        return (
          <details
            key={id}
            className="card"
            onToggle={({ currentTarget }) => {
              if (currentTarget.open && readAt === null) read(id);
            }}
          >
            <summary>
              {readAt === null && <strong>● {say('unread')} </strong>}
              {subject}{' '}
              <time className="soft" dateTime={createdAt}>
                {inShanghai(createdAt)}
              </time>
            </summary>
            {text.split('\n').map((line, index) => (
              <p key={index}>{line}</p>
            ))}
            {about !== null && graduateId !== null && (
              <p>
                <Link className="button" to={`/me/${graduateId}/${pages[about]}`}>
                  {say(`to${about}`)}
                </Link>
              </p>
            )}
          </details>
        );
      })}
      {inbox.hasNextPage && (
        <button type="button" className="plain-button" onClick={() => void inbox.fetchNextPage()}>
          {say('older')}
        </button>
      )}
    </>
  );
}
