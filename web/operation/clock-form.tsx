import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { useOperationWords } from './words.ts';

/** In development only: 31 August today. Production has no such route, and nothing is shown. */
export function ClockForm() {
  const say = useOperationWords();
  const id = useId();
  const cache = useQueryClient();
  const [moveTo, setMoveTo] = useState('');
  const clock = useQuery({ queryKey: ['clock'], queryFn: ({ signal }) => answerOf(api.GET('/api/development/clock', { signal })) });
  const move = useCommand(
    (local: string) => api.POST('/api/development/clock', { body: { moveTo: `${local}:00+08:00` } }),
    () => void cache.invalidateQueries(),
  );
  if (!clock.data) return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    move.mutate(moveTo);
  };
  return (
    <form className="card" onSubmit={send}>
      <h2>{say('clock')}</h2>
      <p>
        {say('clockNow', { now: clock.data.now.text })} <span className="soft">{say('clockHelp')}</span>
      </p>
      <div className="field">
        <label htmlFor={id}>{say('moveTo')}</label>
        <input id={id} type="datetime-local" required value={moveTo} onChange={({ target }) => setMoveTo(target.value)} />
      </div>
      <button className="button" disabled={move.isPending}>
        {say('move')}
      </button>
      <WriteState of={move} />
    </form>
  );
}
