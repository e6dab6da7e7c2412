import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { endOfSession } from '../http/query-client.ts';
import { useAppWords } from './words.ts';

/** Says that the session has ended and leads back here after the next; the form below stays as it is. */
export function SessionEnded({ signInPath }: { readonly signInPath: '/auth/sign-in' | '/staff/sign-in' }) {
  const say = useAppWords();
  const { pathname, search } = useLocation();
  const { data: ended } = useQuery<boolean>({ queryKey: endOfSession, queryFn: () => false, staleTime: Infinity });
  if (!ended) return null;
  return (
    <p className="session-ended" role="alert">
      {say('signInAgain')}{' '}
      <a className="button" href={`${signInPath}?returnTo=${encodeURIComponent(pathname + search)}`}>
        {say('signIn')}
      </a>
    </p>
  );
}
