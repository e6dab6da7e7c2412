import { useEffect, useRef } from 'react';
import type { Pages } from '../lists/use-pages.ts';
import { useReviewWords } from './desk-words.ts';
import type { ReviewItem } from './review-detail.tsx';

interface Props {
  readonly pages: Pages<ReviewItem>;
  readonly at: string | undefined;
  readonly marked: ReadonlySet<string>;
  readonly onChoose: (item: ReviewItem) => void;
  readonly onMark: (item: ReviewItem) => void;
}

/** The queue: who waits, for what, with whose claim; the next page comes when its end is reached. */
export function ReviewQueue({ pages: { rows, hasMore, more }, at, marked, onChoose, onMark }: Props) {
  const say = useReviewWords();
  const chosen = useRef<HTMLButtonElement>(null);
  const place = rows.findIndex(({ versionId }) => versionId === at);
  useEffect(() => { chosen.current?.scrollIntoView({ block: 'nearest' }); }, [at]);
  useEffect(() => { if (hasMore && place >= rows.length - 5) more(); }, [hasMore, more, place, rows.length]);
  return <nav aria-label={say('queue')} className="review-queue">
    <ol>{rows.map((item) => <li key={item.versionId} className={item.versionId === at ? 'chosen' : undefined}>
      <input type="checkbox" aria-label={say('mark', { name: item.name })} checked={marked.has(item.versionId)} onChange={() => onMark(item)} />
      <button type="button" ref={item.versionId === at ? chosen : undefined} aria-current={item.versionId === at ? 'true' : undefined} onClick={() => onChoose(item)}>
        <span><strong>{item.name}</strong> {say(item.section)} · {say(item.status)}</span>
        <span className="soft">{[item.studentNo, item.className].filter(Boolean).join(' · ')}</span>
        <span className="review-tags">
          {item.overdue && <span className="tag bad">{say('overdue')}</span>}
          {item.warnings.length > 0 && <span className="tag warn">{say('warned')}</span>}
          {item.claim && <span className="tag plain">{item.claim.mine ? say('MINE') : item.claim.by}</span>}
        </span>
      </button>
    </li>)}</ol>
    {hasMore && <button type="button" className="plain-button" onClick={more}>{say('more')}</button>}
  </nav>;
}
