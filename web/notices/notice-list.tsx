import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../http/client.ts';
import { useBilingual } from '../text/words.ts';
import { useNotificationWords } from '../notifications/words.ts';

/** Notices that concern the reader, pinned ones first; opening one marks it as read. */
export function NoticeList() {
  const say = useNotificationWords();
  const inWords = useBilingual();
  const { data } = useQuery({
    queryKey: ['notices'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/notices', { params: { query: {} }, signal })),
  });
  if (!data) return null;
  if (data.items.length === 0) return <p className="soft">{say('noNotices')}</p>;
  return (
    <>
      {data.items.map(({ id, title, publisher, readAt }) => (
        <Notice
          key={id}
          id={id}
          heading={[inWords({ zh: title.zh, en: title.en ?? title.zh }), publisher].filter(Boolean).join(' · ')}
          unread={readAt === null}
        />
      ))}
    </>
  );
}

function Notice({ id, heading, unread }: { readonly id: string; readonly heading: string; readonly unread: boolean }) {
  const say = useNotificationWords();
  const inWords = useBilingual();
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['notice', id],
    enabled: open,
    queryFn: async () => {
      const notice = await answerOf(api.POST('/api/notices/{noticeId}/read', { params: { path: { noticeId: id } }, body: {} as never }));
      void cache.invalidateQueries({ queryKey: ['notices'] });
      return notice;
    },
  });
  const words = data && inWords({ zh: data.zh.text, en: data.en?.text ?? data.zh.text });
  return (
    <details className="card" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {unread && <strong>● {say('unread')} </strong>}
        {heading}
      </summary>
      {words?.split('\n').map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </details>
  );
}
