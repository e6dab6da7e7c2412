import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import type { Staff } from './staff.ts';
import { GivenPassword } from './given-password.tsx';
import { useStaffWords } from './staff-words.ts';

/** Lock, one-time password and second factor of a person who works for this school alone. */
export function ManageAccount({ person }: { readonly person: Staff }) {
  const say = useStaffWords();
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const params = { path: { accountId: person.id } };
  const again = () => void cache.invalidateQueries({ queryKey: ['staff'] });
  const lock = useCommand((body: { reason: string }, headers) => api.POST('/api/staff/{accountId}/lock', { params, body, headers }), again);
  const unlock = useCommand((_: object, headers) => api.POST('/api/staff/{accountId}/unlocking', { params, headers }), again);
  const password = useCommand(
    (_: object, headers) => answerOf(api.POST('/api/staff/{accountId}/password-reset', { params, headers })),
    again,
  );
  const factor = useCommand((_: object, headers) => api.POST('/api/staff/{accountId}/second-factor-reset', { params, headers }), again);
  if (person.elsewhere) return <p className="note">{say('elsewhere')}</p>;
  return (
    <>
      <h3>{say('account')}</h3>
      <div className="actions">
        <button type="button" className="plain-button" disabled={password.isPending} onClick={() => password.mutate({})}>
          {say('resetPassword')}
        </button>
        {person.secondFactor && (
          <button type="button" className="plain-button" disabled={factor.isPending} onClick={() => factor.mutate({})}>
            {say('resetFactor')}
          </button>
        )}
        <button type="button" className="plain-button" disabled={unlock.isPending} onClick={() => unlock.mutate({})}>
          {say(person.state === 'LOCKED' ? 'unlock' : 'unlockTries')}
        </button>
      </div>
      {password.data && <GivenPassword given={password.data} />}
      <WriteState of={password} />
      <WriteState of={factor} />
      <WriteState of={unlock} />
      {person.state !== 'LOCKED' && (
        <form
          className="toolbar"
          onSubmit={(event) => {
            event.preventDefault();
            lock.mutate({ reason });
          }}
        >
          <Field label={say('reason')}>
            <input required maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
          </Field>
          <button className="danger-button" disabled={lock.isPending}>
            {say('lock')}
          </button>
        </form>
      )}
      <WriteState of={lock} />
    </>
  );
}
