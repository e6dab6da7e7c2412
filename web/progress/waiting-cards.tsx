import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Right } from '../../domain/access/rights.ts';
import { mayDo, type Me } from '../access/me.ts';
import { useTodayWords } from '../app/desk-words.ts';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { answerOf, api } from '../http/client.ts';
import { shortMoment } from '../lists/short-moment.ts';

interface Card {
  readonly name: 'collegeReview' | 'schoolReview' | 'tickets' | 'disputed' | 'overdue';
  readonly to: string;
  readonly right: Right;
  readonly count: number;
  readonly late?: number;
  readonly oldest?: string | null;
}

/** How much lies where, and how much of it is late; each card leads to the list of it. */
export function WaitingCards({ me }: { readonly me: Me }) {
  const say = useTodayWords();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['today'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/today', { signal })),
  });
  if (isPending) return <Loading />;
  if (!data) return <Failure part error={error} onRetry={() => void refetch()} />;
  const { collegeReview, schoolReview, tickets, graduates } = data;
  const reviews = { resource: 'review', action: 'list' } as const;
  const cards: Card[] = [
    { name: 'collegeReview', to: '/desk/reviews?status=COLLEGE_REVIEW', right: reviews, count: collegeReview.waiting, ...collegeReview },
    { name: 'schoolReview', to: '/desk/reviews?status=SCHOOL_REVIEW', right: reviews, count: schoolReview.waiting, ...schoolReview },
    { name: 'tickets', to: '/desk/tickets', right: { resource: 'ticket', action: 'list' }, count: tickets.waiting, oldest: tickets.oldest },
    {
      name: 'disputed',
      to: '/desk/confirmations?status=DISPUTED',
      right: { resource: 'confirmation', action: 'list' },
      count: graduates.disputed,
    },
    { name: 'overdue', to: '/desk/progress', right: { resource: 'progress', action: 'read' }, count: graduates.overdue },
  ];
  return (
    <section aria-label={say('waits')}>
      <h2>{say('waits')}</h2>
      <ul className="cards small">
        {cards
          .filter(({ right }) => mayDo(me, right))
          .map(({ name, to, count, late = 0, oldest }) => (
            <li key={name} className="card">
              <Link to={to}>{say(name)}</Link>
              <p style={{ fontSize: '1.8rem', margin: 0 }}>{count}</p>
              {late > 0 && <span className="tag bad">{say('late', { count: late })}</span>}
              <p className="soft" style={{ margin: 0 }}>
                {count === 0 ? say('nothing') : oldest ? say('oldest', { at: shortMoment(oldest) }) : ''}
              </p>
            </li>
          ))}
      </ul>
    </section>
  );
}
