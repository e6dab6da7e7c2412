import { Link } from 'react-router';
import { Message } from './failure.tsx';
import { useTitle } from './title.ts';
import { useAppWords } from './words.ts';

/** A mistyped address of a desk keeps the menu, which is the way on. */
export function Component() {
  const say = useAppWords();
  useTitle(say('notFound'));
  return (
    <Message title={say('notFound')} help={say('notFoundHelp')}>
      <Link to="/desk">{say('toDesk')}</Link>
    </Message>
  );
}
