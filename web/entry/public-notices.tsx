import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useBilingual } from '../text/words.ts';
import { NoticeText } from '../notices/notice-text.tsx';
import { useEntryWords } from './words.ts';

/** 通知公告 (R1): read by whoever comes, without sign-in. Where there is none, nothing is shown. */
export function PublicNotices() {
  const say = useEntryWords();
  const inWords = useBilingual();
  const { data } = useQuery({
    queryKey: ['public-notices'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/public-notices', { params: { query: {} }, signal })),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="entry-notices" aria-labelledby="public-notices">
      <h2 id="public-notices">{say('notices')}</h2>
      {data.items.map(({ id, title, publisher, publishedAt }) => (
        <Notice
          key={id}
          id={id}
          heading={[inWords({ zh: title.zh, en: title.en ?? title.zh }), publisher, publishedAt.slice(0, 10)].filter(Boolean).join(' · ')}
        />
      ))}
    </section>
  );
}

function Notice({ id, heading }: { readonly id: string; readonly heading: string }) {
  const inWords = useBilingual();
  const [open, setOpen] = useState(false);
  const notice = useQuery({
    queryKey: ['public-notice', id],
    enabled: open,
    queryFn: ({ signal }) => answerOf(api.GET('/api/public-notices/{noticeId}', { params: { path: { noticeId: id } }, signal })),
  });
  const { data } = notice;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{heading}</summary>
      {data && <NoticeText text={inWords({ zh: data.zh.text, en: data.en?.text ?? data.zh.text })} />}
      <WriteState of={{ isPaused: false, isPending: notice.isPending, failureCount: notice.failureCount, error: notice.error }} />
    </details>
  );
}
