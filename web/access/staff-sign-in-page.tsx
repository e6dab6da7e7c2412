import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { LanguageSwitch } from '../app/language-switch.tsx';
import { useTitle } from '../app/title.ts';
import { useAppWords } from '../app/words.ts';
import { WriteState } from '../app/write-state.tsx';
import { api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { useAccessWords } from './words.ts';

interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly code?: string;
}

/** Password and second factor; afterwards back to where the person was. */
export function Component() {
  const say = useAccessWords();
  const app = useAppWords();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [credentials, setCredentials] = useState<Credentials>({ name: '', password: '' });
  useTitle(say('staffTitle'));
  const signIn = useCommand(
    (given: Credentials) => api.POST('/api/sign-in', { body: given }),
    () => {
      cache.clear();
      void navigate(ownPage(search.get('returnTo')), { replace: true });
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ ...credentials, code: credentials.code || undefined });
  };
  const change = (part: Partial<Credentials>) => setCredentials({ ...credentials, ...part });
  return (
    <main className="narrow" id="main">
      <h1>{say('staffTitle')}</h1>
      <form className="card" onSubmit={submit}>
        <label className="field">
          {say('name')}
          <input
            autoComplete="username"
            required
            maxLength={100}
            value={credentials.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        </label>
        <label className="field">
          {say('password')}
          <input
            type="password"
            autoComplete="current-password"
            required
            value={credentials.password}
            onChange={({ target }) => change({ password: target.value })}
          />
        </label>
        <label className="field">
          {say('code')}
          <input
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="\d{6}"
            value={credentials.code ?? ''}
            onChange={({ target }) => change({ code: target.value })}
          />
        </label>
        <button className="button" disabled={signIn.isPending}>
          {say('signIn')}
        </button>
        <WriteState of={signIn} />
      </form>
      <p>
        <Link to="/">{app('home')}</Link> <LanguageSwitch />
      </p>
      <p className="sample-note">{app('notOfficial')}</p>
    </main>
  );
}

/** Only an address of ours: two slashes, or a backslash, would lead elsewhere. */
const ownPage = (address: string | null): string => (address !== null && /^\/(?![/\\])/.test(address) ? address : '/desk');
