import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { explain, NoAnswerError, ProblemError, statusOf } from '../http/problem.ts';
import { useAppWords } from './words.ts';

type Say = ReturnType<typeof useAppWords>;

interface FailureProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Of a page that has its heading. */
  readonly part?: boolean;
}

/** A page, or a part of one, that could not be had: what happened and what helps. */
export function Failure({ error, onRetry, part = false }: FailureProps) {
  const say = useAppWords();
  const { title, help } = wordsFor(error, say);
  return (
    <Message title={title} help={help} role="alert" part={part}>
      {onRetry && statusOf(error) !== 403 && (
        <button type="button" className="plain-button" onClick={onRetry}>
          {say('tryAgain')}
        </button>
      )}
      {!part && <Link to="/">{say('home')}</Link>}
    </Message>
  );
}

export function Message({
  title,
  help,
  role,
  part = false,
  children,
}: {
  readonly title: string;
  readonly help: string;
  readonly role?: 'alert';
  readonly part?: boolean;
  readonly children?: ReactNode;
}) {
  const Heading = part ? 'h2' : 'h1';
  return (
    <section className="message" role={role}>
      <Heading>{title}</Heading>
      <p>{help}</p>
      <p className="message-actions">{children}</p>
    </section>
  );
}

function wordsFor(error: unknown, say: Say): { title: string; help: string } {
  if (error instanceof NoAnswerError) return { title: say('noAnswer'), help: say('noAnswerHelp') };
  // What each browser says of a script that did not come.
  if (error instanceof TypeError && /import/i.test(error.message)) return { title: say('notLoaded'), help: say('notLoadedHelp') };
  if (!(error instanceof ProblemError)) return { title: say('crashed'), help: say('crashedHelp') };
  switch (error.problem.status) {
    case 403:
      return { title: say('forbidden'), help: `${explain(error)} ${say('forbiddenHelp')}` };
    case 404:
      return { title: say('notFound'), help: say('notFoundHelp') };
    case 429:
      return { title: say('tooMany'), help: say('tooManyHelp', { seconds: error.retryAfter ?? 60 }) };
    case 502:
    case 503:
    case 504:
      return { title: say('unavailable'), help: say('unavailableHelp') };
    default:
      return { title: say('crashed'), help: explain(error) };
  }
}
