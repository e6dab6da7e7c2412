import { useState, type FormEvent } from 'react';
import type { Carrier } from '../../domain/dispatch/carrier.ts';
import { carriers } from '../../domain/dispatch/carriers.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import { useBilingual } from '../text/words.ts';
import type { Dispatch } from './desk-dispatch.ts';
import { useDeskFileWords } from './desk-words.ts';

/** The file has left: by whom, and under which number. */
export function SendForm({ dispatchId, onDone }: { readonly dispatchId: string; readonly onDone: (file: Dispatch) => void }) {
  const say = useDeskFileWords();
  const inWords = useBilingual();
  const [carrier, setCarrier] = useState<Carrier>('EMS');
  const [trackingNumber, setTrackingNumber] = useState('');
  const send = useCommand(
    (body: { carrier: Carrier; trackingNumber?: string }, headers) =>
      answerOf(api.POST('/api/dispatches/{dispatchId}/sending', { params: { path: { dispatchId } }, body, headers })),
    onDone,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ carrier, ...(trackingNumber !== '' && { trackingNumber }) });
  };
  return (
    <form onSubmit={submit} aria-label={say('send')} className="card">
      <h3>{say('send')}</h3>
      <div className="toolbar">
        <Field label={say('carrier')}>
          <select value={carrier} onChange={({ target }) => setCarrier(target.value as Carrier)}>
            {carriers.entries.map((entry) => (
              <option key={entry.code} value={entry.code}>
                {inWords(entry)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={say('tracking')} problem={problemOfField(send.error, 'trackingNumber')}>
          <input value={trackingNumber} autoComplete="off" onChange={({ target }) => setTrackingNumber(target.value)} />
        </Field>
        <button className="button" disabled={send.isPending}>
          {say('send')}
        </button>
      </div>
      <WriteState of={send} />
    </form>
  );
}
