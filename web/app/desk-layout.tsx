import { useState } from 'react';
import { Link, Navigate, NavLink, Outlet, useLocation } from 'react-router';
import { useMe, type Me } from '../access/me.ts';
import { signOut } from '../access/sign-out.ts';
import { statusOf } from '../http/problem.ts';
import { useBilingual } from '../text/words.ts';
import { menuOf } from './desk-menu.ts';
import { Failure } from './failure.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Loading } from './loading.tsx';
import { SessionEnded } from './session-ended.tsx';
import { useFocusOnMove } from './use-focus-on-move.ts';
import { useAppWords } from './words.ts';
import './desk.css';

/** Around every page of staff. */
export function Component() {
  const me = useMe();
  const { pathname, search } = useLocation();
  if (me.isPending) return <Loading />;
  if (me.data === undefined) {
    if (statusOf(me.error) === 401) return <Navigate replace to={`/staff/sign-in?returnTo=${encodeURIComponent(pathname + search)}`} />;
    return <Failure error={me.error} onRetry={() => void me.refetch()} />;
  }
  if (me.data.account.kind === 'GRADUATE') return <Navigate replace to="/me" />;
  // Nothing else is answered before these are done, so nothing else is shown.
  const must = me.data.password.changeRequired || (me.data.secondFactor.required && !me.data.secondFactor.enrolled);
  if (must && pathname !== '/desk/second-factor') return <Navigate replace to="/desk/second-factor" />;
  return <Desk me={me.data} />;
}

function Desk({ me }: { readonly me: Me }) {
  const say = useAppWords();
  useFocusOnMove();
  return (
    <div className="desk">
      <a className="skip-link" href="#main">
        {say('skip')}
      </a>
      <header className="desk-header">
        <Link to="/desk" className="brand">
          {say('title')}
        </Link>
        <span>{me.account.displayName}</span>
        <LanguageSwitch />
        <button type="button" className="plain-button" onClick={() => void signOut()}>
          {say('signOut')}
        </button>
      </header>
      <SessionEnded signInPath="/staff/sign-in" />
      <div className="desk-body">
        <div className="desk-nav">
          <Menu me={me} />
        </div>
        <main id="main" className="desk-main" tabIndex={-1}>
          <Outlet context={me} />
        </main>
      </div>
      <footer className="sample-note">{say('notOfficial')}</footer>
    </div>
  );
}

/** On a narrow screen it is folded, until the next page. */
function Menu({ me }: { readonly me: Me }) {
  const say = useAppWords();
  const inWords = useBilingual();
  const { pathname } = useLocation();
  const [openedOn, openOn] = useState<string>();
  const open = openedOn === pathname;
  return (
    <nav aria-label={say('menu')} className={open ? 'open' : undefined}>
      <button type="button" className="plain-button menu-button" aria-expanded={open} onClick={() => openOn(open ? undefined : pathname)}>
        {say('menu')}
      </button>
      {menuOf(me).map(({ heading, items }) => (
        <section key={heading.en} aria-label={inWords(heading)}>
          <h2>{inWords(heading)}</h2>
          <ul>
            {items.map(({ to, words }) => (
              <li key={to}>
                <NavLink to={to} end={to === '/desk'}>
                  {inWords(words)}
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
