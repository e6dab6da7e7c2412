import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useOutletContext } from 'react-router';
import type { Me } from '../access/me.ts';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { useKeys } from '../app/use-keys.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { useFilters } from '../lists/use-filters.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { BulkDecision } from './bulk-decision.tsx';
import { useReviewWords } from './desk-words.ts';
import { deskShown, queueQuery } from './queue-query.ts';
import { ReviewDetail } from './review-detail.tsx';
import type { ReviewItem } from './review-item.ts';
import { ReviewFilterBar } from './review-filter-bar.tsx';
import { ReviewKeys } from './review-keys.tsx';
import { ReviewQueue } from './review-queue.tsx';
import '../lists/lists.css';
import './desk-reviews.css';

const keysStorage = 'review-keys';
/** How many are claimed at once: about what somebody decides in half an hour. */
const claimCount = 10;

/** The review desk, for the keyboard alone (R14). */
export function Component() {
  const say = useReviewWords();
  const cache = useQueryClient();
  const filters = useFilters();
  const desk = deskShown(filters.get, useOutletContext<Me>());
  const query = queueQuery(filters.get, desk);
  const pages = usePages(['reviews', query], (cursor, signal) =>
    api.GET('/api/reviews', { params: { query: { ...query, cursor, limit: pageSize } }, signal }),
  );
  const [held, hold] = useState<ReviewItem>();
  const [marked, mark] = useState<ReadonlySet<string>>(new Set());
  const [helping, help] = useState(false);
  const [keysOn, switchKeys] = useState(() => localStorage.getItem(keysStorage) !== 'off');
  const [told, tell] = useState('');
  useTitle(say('title'));
  const { rows } = pages;
  const at = filters.get('at');
  // What is being looked at stays, with what was typed, also when somebody else takes it out of the queue meanwhile.
  const item =
    rows.find(({ versionId }) => versionId === at) ?? (held?.versionId === at ? held : undefined) ?? (at === '' ? rows[0] : undefined);
  const place = rows.findIndex(({ versionId }) => versionId === item?.versionId);
  const choose = (next: ReviewItem | undefined) => {
    if (next) {
      hold(next);
      filters.set('at', next.versionId);
    }
  };
  const step = (by: 1 | -1) => choose(rows[place + by]);
  const refresh = () => void cache.invalidateQueries({ queryKey: ['reviews'] });
  const refreshAll = () => void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  const claimNext = useCommand(
    (count: number) => answerOf(api.POST('/api/reviews/claims', { params: { query }, body: { count } })),
    ({ claims }) => {
      tell(say('claimedNow', { count: claims.length }));
      refresh();
    },
  );
  const toggle = ({ versionId }: ReviewItem) =>
    mark((before) => {
      const next = new Set(before);
      if (!next.delete(versionId)) next.add(versionId);
      return next;
    });
  const decided = (done: ReviewItem, decision: 'APPROVE' | 'RETURN') => {
    tell(say(decision === 'APPROVE' ? 'approved' : 'returned', { name: done.name }));
    const next = rows[place + 1] ?? rows[place - 1];
    hold(next);
    filters.set('at', next?.versionId ?? '');
  };
  useKeys(
    { j: () => step(1), k: () => step(-1), n: () => claimNext.mutate(claimCount), x: item && (() => toggle(item)), '?': () => help(true) },
    keysOn,
  );
  useEffect(() => {
    localStorage.setItem(keysStorage, keysOn ? 'on' : 'off');
  }, [keysOn]);
  return (
    <>
      <div className="page-head">
        <h1>{say('title')}</h1>
        <p className="actions">
          <button type="button" className="plain-button" disabled={claimNext.isPending} onClick={() => claimNext.mutate(claimCount)}>
            {say('claimNext', { count: claimCount })} <kbd>n</kbd>
          </button>
          <button type="button" className="plain-button" onClick={() => help(true)}>
            {say('help')} <kbd>?</kbd>
          </button>
        </p>
      </div>
      <WriteState of={claimNext} />
      <ReviewFilterBar filters={filters} desk={desk} />
      <p role="status" className="review-told">
        {told}
      </p>
      <BulkDecision
        marked={rows.filter(({ versionId }) => marked.has(versionId))}
        onDone={() => {
          mark(new Set());
          refreshAll();
        }}
      />
      {pages.isPending ? (
        <Loading />
      ) : pages.error && rows.length === 0 ? (
        <Failure part error={pages.error} onRetry={pages.again} />
      ) : rows.length === 0 && !item ? (
        <p className="list-empty">{say('empty')}</p>
      ) : (
        <div className="review-desk">
          <ReviewQueue pages={pages} at={item?.versionId} marked={marked} onChoose={choose} onMark={toggle} />
          {item ? (
            <ReviewDetail
              key={item.versionId}
              item={item}
              keysOn={keysOn && !helping}
              onDecided={decided}
              onClaimed={refresh}
              onRefused={(refused) => {
                choose(refused);
                refreshAll();
              }}
            />
          ) : (
            <section className="card">
              <h2>{say('gone')}</h2>
              <p>{say('goneHelp')}</p>
            </section>
          )}
        </div>
      )}
      {helping && <ReviewKeys on={keysOn} onSwitch={switchKeys} onClose={() => help(false)} />}
    </>
  );
}
