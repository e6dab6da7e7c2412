import { useOutletContext } from 'react-router';
import { mayDo, type Me } from '../access/me.ts';
import { AheadCalendar } from '../calendar/ahead-calendar.tsx';
import { WaitingCards } from '../progress/waiting-cards.tsx';
import { usePunctuation } from '../text/punctuation.ts';
import { useTodayWords } from './desk-words.ts';
import { useTitle } from './title.ts';
import '../lists/lists.css';

/** Where staff arrive: what waits, what is late, what comes next. */
export function Component() {
  const me = useOutletContext<Me>();
  const say = useTodayWords();
  const { semicolon } = usePunctuation();
  useTitle(say('today'));
  return <>
    <h1>{say('today')}</h1>
    <p className="soft">{me.posts.map((post) => [post.province, post.school, post.college].filter(Boolean).join(' · ')).filter(Boolean).join(semicolon)}</p>
    {mayDo(me, { resource: 'progress', action: 'read' }) && <WaitingCards me={me} />}
    {mayDo(me, { resource: 'calendar', action: 'read' }) && <AheadCalendar />}
  </>;
}
