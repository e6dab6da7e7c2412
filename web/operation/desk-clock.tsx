import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import { shortMoment } from '../lists/short-moment.ts';
import { useOperationWords } from './words.ts';

const hourMs = 3_600_000;

/** The record's clock, moved forward through a season. Shown where there is one: production answers 404. */
export function DevelopmentClock() {
  const say = useOperationWords();
  const cache = useQueryClient();
  const [to, setTo] = useState('');
  const { data } = useQuery({ queryKey: ['clock'], queryFn: ({ signal }) => answerOf(api.GET('/api/development/clock', { signal })) });
  const move = useCommand((body: { moveTo: string }, headers) => answerOf(api.POST('/api/development/clock', { body, headers })), () => void cache.invalidateQueries());
  if (!data) return null;
  const submit = (event: FormEvent) => { event.preventDefault(); move.mutate({ moveTo: `${to}:00+08:00` }); };
  return <form className="card" aria-label={say('clock')} onSubmit={submit}>
    <h2>{say('clock')}</h2>
    <p role="status">{say('now')}: {shortMoment(data.now.at)} · {say('ahead', { hours: Math.round(data.aheadMs / hourMs) })}</p>
    <div className="toolbar">
      <Field label={say('moveTo')} problem={problemOfField(move.error, 'moveTo')}><input type="datetime-local" required value={to} onChange={({ target }) => setTo(target.value)} /></Field>
      <button className="button" disabled={move.isPending}>{say('move')}</button>
    </div>
    <p className="soft">{say('moveHelp')}</p>
    <WriteState of={move} />
  </form>;
}
