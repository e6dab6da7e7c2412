import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../http/client.ts';
import { inShanghai } from '../text/in-shanghai.ts';
import { useBilingual } from '../text/words.ts';
import { useEntryWords } from './words.ts';

/** 通知公告 for everybody (R1), pinned ones first; where there are none, or they cannot be had, the doors above are enough. */
export function EntryNotices() {
  const say = useEntryWords();
  const notices = useInfiniteQuery({
    queryKey: ['public-notices'], initialPageParam: '',
    queryFn: ({ pageParam, signal }) => answerOf(api.GET('/api/public-notices', { params: { query: { limit: '5', ...(pageParam !== '' && { cursor: pageParam }) } }, signal })),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const items = notices.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return <section className="entry-notices" aria-labelledby="notices">
    <h2 id="notices">{say('notices')}</h2>
    {items.map(({ id, title, publisher, publishedAt }) => <EntryNotice key={id} id={id} title={title} publisher={publisher} publishedAt={publishedAt} />)}
    {notices.hasNextPage && <button type="button" className="plain-button" onClick={() => void notices.fetchNextPage()}>{say('older')}</button>}
  </section>;
}

interface Props { readonly id: string; readonly title: { readonly zh: string; readonly en: string | null }; readonly publisher: string | null; readonly publishedAt: string }

function EntryNotice({ id, title, publisher, publishedAt }: Props) {
  const inWords = useBilingual();
  const [open, setOpen] = useState(false);
  const notice = useQuery({ queryKey: ['public-notice', id], enabled: open, queryFn: ({ signal }) => answerOf(api.GET('/api/public-notices/{noticeId}', { params: { path: { noticeId: id } }, signal })) });
  const text = notice.data && inWords({ zh: notice.data.zh.text, en: notice.data.en?.text ?? notice.data.zh.text });
  return <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
    <summary>{inWords({ zh: title.zh, en: title.en ?? title.zh })} <span className="soft">{publisher} <time dateTime={publishedAt}>{inShanghai(publishedAt)}</time></span></summary>
    {text?.split(/\n{2,}/).map((paragraph, index) => <p key={index}>{paragraph}</p>)}
  </details>;
}
