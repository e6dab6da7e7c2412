import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { toDataURL } from 'qrcode';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import { usePunctuation } from '../text/punctuation.ts';
import type { Me } from './me.ts';
import { useStaffWords } from './staff-words.ts';

/** A second factor for oneself: the password again, then a code of the new one. */
export function EnrolFactor({ me: { secondFactor } }: { readonly me: Me }) {
  const say = useStaffWords();
  const [password, setPassword] = useState('');
  const [present, setPresent] = useState('');
  const begin = useCommand(
    (body: { password: string; code?: string }, headers) => answerOf(api.POST('/api/second-factor', { body, headers })),
    () => setPassword(''),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ password, ...(present !== '' && { code: present }) });
  };
  return (
    <section className="card" aria-label={say('factor')}>
      <h2>{say('factor')}</h2>
      {secondFactor.enrolled ? <p>{say('enrolled')}</p> : secondFactor.required && <p className="note">{say('mustEnrol')}</p>}
      {begin.data ? (
        <ConfirmFactor uri={begin.data.uri} onDone={() => begin.reset()} />
      ) : (
        <form onSubmit={submit}>
          <Field label={say('present')}>
            <input
              type="password"
              required
              autoComplete="current-password"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          </Field>
          {secondFactor.enrolled && (
            <Field label={say('presentCode')}>
              <input
                required
                inputMode="numeric"
                pattern="\d{6}"
                autoComplete="one-time-code"
                value={present}
                onChange={({ target }) => setPresent(target.value)}
              />
            </Field>
          )}
          <button className="button" disabled={begin.isPending}>
            {say('begin')}
          </button>
          <WriteState of={begin} />
        </form>
      )}
    </section>
  );
}

function ConfirmFactor({ uri, onDone }: { readonly uri: string; readonly onDone: () => void }) {
  const { colon } = usePunctuation();
  const say = useStaffWords();
  const cache = useQueryClient();
  const [code, setCode] = useState('');
  const { data: picture } = useQuery({
    queryKey: ['second-factor-picture'],
    queryFn: () => toDataURL(uri, { width: 220 }),
    staleTime: 0,
    gcTime: 0,
  });
  const confirm = useCommand(
    (body: { code: string }, headers) => api.POST('/api/second-factor/confirmation', { body, headers }),
    () => {
      void cache.invalidateQueries({ queryKey: ['me'] });
      onDone();
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate({ code });
      }}
    >
      <p>{say('factorHelp')}</p>
      {picture && <img src={picture} alt={say('qr')} width={220} height={220} />}
      <p>
        {say('secret')}
        {colon}
        <code>{new URL(uri).searchParams.get('secret')}</code>
      </p>
      <Field label={say('code')}>
        <input
          required
          inputMode="numeric"
          pattern="\d{6}"
          autoComplete="one-time-code"
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
      </Field>
      <button className="button" disabled={confirm.isPending}>
        {say('confirm')}
      </button>
      <WriteState of={confirm} />
    </form>
  );
}
