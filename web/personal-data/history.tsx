import { useInfiniteQuery } from '@tanstack/react-query';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { answerOf, api } from '../http/client.ts';
import { inShanghai } from '../text/in-shanghai.ts';
import { useBilingual } from '../text/words.ts';
import { usePersonalDataWords } from './words.ts';

/** The audit timeline of one's own record: what was done and by which side, never by whom. */
export function History({ graduateId }: { readonly graduateId: string }) {
  const say = usePersonalDataWords();
  const inWords = useBilingual();
  const history = useInfiniteQuery({
    queryKey: ['history', graduateId],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/graduates/{id}/history', {
          params: { path: { id: graduateId }, query: pageParam === '' ? {} : { cursor: pageParam } },
          signal,
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (history.isPending) return <Loading />;
  if (!history.data) return <Failure part error={history.error} onRetry={() => void history.refetch()} />;
  const items = history.data.pages.flatMap((page) => page.items);
  return (
    <section className="card" aria-labelledby="happened">
      <h2 id="happened">{say('happened')}</h2>
      <ol>
        {items.map(({ at, action, words, by, fields }) => (
          <li key={`${at} ${action} ${fields.join()}`}>
            {inWords(words)}{' '}
            <span className="soft">
              {say('by', { who: say(by) })} <time dateTime={at}>{inShanghai(at)}</time>
            </span>
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <button type="button" className="plain-button" onClick={() => void history.fetchNextPage()}>
          {say('older')}
        </button>
      )}
    </section>
  );
}
