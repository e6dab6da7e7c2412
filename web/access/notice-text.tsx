import { useQuery } from '@tanstack/react-query';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { answerOf, api } from '../http/client.ts';
import { useBilingual } from '../text/words.ts';

/** The notice in force. */
export const useNotice = () =>
  useQuery({ queryKey: ['notice'], staleTime: Infinity, queryFn: ({ signal }) => answerOf(api.GET('/api/notice', { signal })) });

/** What is collected and why. */
export function NoticeText() {
  const inWords = useBilingual();
  const notice = useNotice();
  if (notice.isPending) return <Loading />;
  if (!notice.data) return <Failure part error={notice.error} onRetry={() => void notice.refetch()} />;
  return (
    <>
      {notice.data.sections.map(({ heading, paragraphs }) => (
        <section key={heading.en}>
          <h2>{inWords(heading)}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph.en}>{inWords(paragraph)}</p>
          ))}
        </section>
      ))}
    </>
  );
}
