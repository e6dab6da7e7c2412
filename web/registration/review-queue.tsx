import { useEffect, useRef } from 'react';
import { useInSight } from '../lists/use-in-sight.ts';
import type { Pages } from '../lists/use-pages.ts';
import { useListWords } from '../lists/words.ts';
import { useReviewWords } from './desk-words.ts';
import type { ReviewItem } from './review-item.ts';

interface Props {
  readonly pages: Pages<ReviewItem>;
  readonly at: string | undefined;
  readonly marked: ReadonlySet<string>;
  readonly onChoose: (item: ReviewItem) => void;
  readonly onMark: (item: ReviewItem) => void;
}

const keyOf = ({ versionId }: ReviewItem): string => versionId;
const rowHeight = 69;

/** The queue: who waits, for what, with whose claim. Only what is in sight is drawn; to a screen reader it is one whole list. */
export function ReviewQueue({ pages, at, marked, onChoose, onMark }: Props) {
  const say = useReviewWords();
  const lists = useListWords();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useInSight({ pages, keyOf, box, rowHeight });
  const { rows, hasMore } = pages;
  const place = rows.findIndex(({ versionId }) => versionId === at);
  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place);
  }, [place, virtual]);
  return (
    <nav aria-label={say('queue')} className="review-queue">
      <div className="review-queue-box" ref={box}>
        <ol style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const item = rows[index] as ReviewItem;
            const chosen = item.versionId === at;
            return (
              <li
                key={item.versionId}
                data-index={index}
                ref={virtual.measureElement}
                aria-posinset={index + 1}
                aria-setsize={hasMore ? -1 : rows.length}
                className={chosen ? 'chosen' : undefined}
                style={{ top: start }}
              >
                <input
                  type="checkbox"
                  aria-label={say('mark', { name: item.name })}
                  checked={marked.has(item.versionId)}
                  onChange={() => onMark(item)}
                />
                <button type="button" aria-current={chosen ? 'true' : undefined} onClick={() => onChoose(item)}>
                  <span>
                    <strong>{item.name}</strong> {say(item.section)} · {say(item.status)}
                  </span>
                  <span className="soft">{[item.studentNo, item.className].filter(Boolean).join(' · ')}</span>
                  <span className="review-tags">
                    {item.overdue && <span className="tag bad">{say('overdue')}</span>}
                    {item.warnings.length > 0 && <span className="tag warn">{say('warned')}</span>}
                    {item.claim && <span className="tag plain">{item.claim.mine ? say('MINE') : item.claim.by}</span>}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      </div>
      <p className="soft" role="status">
        {lists(hasMore ? 'rowsSoFar' : 'rows', { count: rows.length })}
      </p>
    </nav>
  );
}
