import { Navigate, useOutletContext } from 'react-router';
import { mayDo, type Me } from '../access/me.ts';
import { AheadCalendar } from '../calendar/ahead-calendar.tsx';
import { WaitingCards } from '../progress/waiting-cards.tsx';
import { usePunctuation } from '../text/punctuation.ts';
import { useTodayWords } from './desk-words.ts';
import { menuOf } from './desk-menu.ts';
import { useTitle } from './title.ts';
import '../lists/lists.css';

/** Where staff arrive: what waits, what is late, what comes next. For whom nothing waits (province, operator) it is the first page of their menu. */
export function Component() {
  const me = useOutletContext<Me>();
  const say = useTodayWords();
  const { semicolon } = usePunctuation();
  useTitle(say('today'));
  if (!mayDo(me, { resource: 'progress', action: 'read' }))
    return <Navigate replace to={menuOf(me)[0]?.items[0]?.to ?? '/desk/second-factor'} />;
  return (
    <>
      <h1>{say('today')}</h1>
      <p className="soft">
        {me.posts
          .map((post) => [post.province, post.school, post.college].filter(Boolean).join(' · '))
          .filter(Boolean)
          .join(semicolon)}
      </p>
      <WaitingCards me={me} />
      {mayDo(me, { resource: 'calendar', action: 'read' }) && <AheadCalendar />}
    </>
  );
}
