import { Link, Outlet, useLocation } from 'react-router';
import { ConsentPage } from '../access/consent-page.tsx';
import { useMe } from '../access/me.ts';
import { signOut } from '../access/sign-out.ts';
import { statusOf } from '../http/problem.ts';
import { Failure } from './failure.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Loading } from './loading.tsx';
import { SessionEnded } from './session-ended.tsx';
import { useFocusOnMove } from './use-focus-on-move.ts';
import { useAppWords } from './words.ts';
import './phone.css';

/** Around every page of the graduate: sign-in and the notice on personal data come before anything else (F7). */
export function Component() {
  const say = useAppWords();
  useFocusOnMove();
  return (
    <div className="phone">
      <a className="skip-link" href="#main">
        {say('skip')}
      </a>
      <header className="phone-header">
        <Link to="/me" className="brand">
          {say('brand')}
        </Link>
        <LanguageSwitch />
        <button type="button" className="plain-button" onClick={() => void signOut()}>
          {say('signOut')}
        </button>
      </header>
      <SessionEnded signInPath="/auth/sign-in" />
      <main id="main" className="phone-main" tabIndex={-1}>
        <SignedIn />
      </main>
      <footer className="sample-note">{say('notOfficial')}</footer>
    </div>
  );
}

function SignedIn() {
  const me = useMe();
  const { pathname, search } = useLocation();
  if (me.isPending) return <Loading />;
  if (me.data === undefined) {
    if (statusOf(me.error) !== 401) return <Failure error={me.error} onRetry={() => void me.refetch()} />;
    location.replace(`/auth/sign-in?returnTo=${encodeURIComponent(pathname + search)}`);
    return <Loading />;
  }
  if (me.data.consent.required) return <ConsentPage />;
  return <Outlet context={me.data} />;
}
