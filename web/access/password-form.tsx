import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import { useStaffWords } from './staff-words.ts';

const empty = { password: '', newPassword: '', again: '' };

/** No draft of it: a password is kept nowhere. */
export function PasswordForm() {
  const say = useStaffWords();
  const cache = useQueryClient();
  const [value, setValue] = useState(empty);
  const [differs, setDiffers] = useState(false);
  const change = useCommand(
    (body: { password: string; newPassword: string }, headers) => api.POST('/api/me/password', { body, headers }),
    () => {
      setValue(empty);
      void cache.invalidateQueries({ queryKey: ['me'] });
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { again, ...body } = value;
    setDiffers(again !== body.newPassword);
    if (again === body.newPassword) change.mutate(body);
  };
  const input = (name: keyof typeof empty, autoComplete: string) => (
    <input
      type="password"
      required
      autoComplete={autoComplete}
      value={value[name]}
      onChange={({ target }) => setValue({ ...value, [name]: target.value })}
    />
  );
  return (
    <form className="card" onSubmit={submit} aria-label={say('password')}>
      <h2>{say('password')}</h2>
      <Field label={say('present')}>{input('password', 'current-password')}</Field>
      <Field label={say('next')} problem={problemOfField(change.error, 'newPassword')}>
        {input('newPassword', 'new-password')}
      </Field>
      <Field label={say('again')} problem={differs ? say('differs') : undefined}>
        {input('again', 'new-password')}
      </Field>
      <button className="button" disabled={change.isPending}>
        {say('change')}
      </button>
      {change.isSuccess && <p role="status">{say('changed')}</p>}
      <WriteState of={change} />
    </form>
  );
}
