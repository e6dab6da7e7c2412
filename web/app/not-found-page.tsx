import { Link } from 'react-router';
import { Message } from './failure.tsx';
import { useTitle } from './title.ts';
import { useAppWords } from './words.ts';

export function Component() {
  const say = useAppWords();
  useTitle(say('notFound'));
  return (
    <main className="narrow">
      <Message title={say('notFound')} help={say('notFoundHelp')}>
        <Link to="/">{say('home')}</Link>
      </Message>
    </main>
  );
}
