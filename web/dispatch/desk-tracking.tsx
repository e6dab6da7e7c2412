import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Carrier } from '../../domain/dispatch/carrier.ts';
import { carriers } from '../../domain/dispatch/carriers.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import { fileBody } from '../lists/send-file.ts';
import { useBilingual } from '../text/words.ts';
import { useDeskFileWords } from './desk-words.ts';

type Words = Parameters<ReturnType<typeof useDeskFileWords>>[0];

/** The courier's sheet: what it did, and each row that changed nothing. */
export function TrackingSheet() {
  const say = useDeskFileWords();
  const inWords = useBilingual();
  const cache = useQueryClient();
  const [carrier, setCarrier] = useState<Carrier>('EMS');
  const [file, setFile] = useState<File>();
  const load = useCommand(
    (sheet: File, headers) =>
      answerOf(api.POST('/api/dispatches/tracking', { params: { query: { carrier } }, headers, body: fileBody(sheet) })),
    () => void cache.invalidateQueries({ queryKey: ['dispatches'] }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) load.mutate(file);
  };
  return (
    <form className="card" onSubmit={submit} aria-label={say('sheet')}>
      <h2>{say('sheet')}</h2>
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
        <Field label={say('sheetFile')}>
          <input type="file" required accept=".xlsx,.csv" onChange={({ target }) => setFile(target.files?.[0])} />
        </Field>
        <button className="button" disabled={load.isPending}>
          {say('import')}
        </button>
      </div>
      <p className="soft">{say('sheetHelp')}</p>
      <WriteState of={load} />
      {load.data && (
        <div role="status">
          <p>
            {say('sheetDone', {
              sent: load.data.sent,
              tracked: load.data.tracked,
              same: load.data.same,
              skipped: load.data.skipped.length,
            })}
          </p>
          <ul>
            {load.data.skipped.map(({ row, reason }) => (
              <li key={row}>
                {say('row', { row })}
                {say(reason as Words)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
