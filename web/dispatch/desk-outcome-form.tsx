import { useState, type FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import type { Dispatch } from './desk-dispatch.ts';
import { useDeskFileWords } from './desk-words.ts';
import { useFileWords } from './words.ts';

const outcomes = ['RECEIVED', 'REFUSED', 'RETURNED', 'REDIRECTED', 'LOST', 'CANCELLED'] as const;
type Outcome = (typeof outcomes)[number];
type Body =
  | { readonly outcome: 'RECEIVED'; readonly arrivedOn?: string; readonly note?: string }
  | { readonly outcome: Exclude<Outcome, 'RECEIVED'>; readonly note: string };

/** R63: what became of a file, confirmed or recorded by hand. */
export function OutcomeForm({ file, onDone }: { readonly file: Dispatch; readonly onDone: (file: Dispatch) => void }) {
  const say = useDeskFileWords();
  const status = useFileWords();
  const allowed = outcomes.filter((one) => file.allowedStatuses.includes(one));
  const [outcome, setOutcome] = useState(allowed[0]);
  const [arrivedOn, setArrivedOn] = useState('');
  const [note, setNote] = useState('');
  const record = useCommand(
    (body: Body, headers) =>
      answerOf(api.POST('/api/dispatches/{dispatchId}/outcome', { params: { path: { dispatchId: file.id } }, body, headers })),
    onDone,
  );
  if (outcome === undefined) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.mutate(
      outcome === 'RECEIVED' ? { outcome, ...(arrivedOn !== '' && { arrivedOn }), ...(note !== '' && { note }) } : { outcome, note },
    );
  };
  return (
    <form onSubmit={submit} aria-label={say('record')} className="card">
      <h3>{say('record')}</h3>
      <div className="toolbar">
        <Field label={say('outcome')}>
          <select value={outcome} onChange={({ target }) => setOutcome(target.value as Outcome)}>
            {allowed.map((one) => (
              <option key={one} value={one}>
                {status(one)}
              </option>
            ))}
          </select>
        </Field>
        {outcome === 'RECEIVED' && (
          <Field label={say('arrivedOn')} problem={problemOfField(record.error, 'arrivedOn')}>
            <input type="date" value={arrivedOn} onChange={({ target }) => setArrivedOn(target.value)} />
          </Field>
        )}
        <Field label={say('note')} problem={problemOfField(record.error, 'note')}>
          <input value={note} maxLength={200} required={outcome !== 'RECEIVED'} onChange={({ target }) => setNote(target.value)} />
        </Field>
        <button className={outcome === 'RECEIVED' ? 'button' : 'danger-button'} disabled={record.isPending}>
          {say('save')}
        </button>
      </div>
      <WriteState of={record} />
    </form>
  );
}
