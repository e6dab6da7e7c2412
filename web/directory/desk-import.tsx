import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import { fileBody } from '../lists/send-file.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import { useDirectoryWords } from './words.ts';

/** A sheet of units: the good rows at once, and what is wrong with the others. */
export function ImportUnits() {
  const say = useDirectoryWords();
  const { colon, semicolon } = usePunctuation();
  const inWords = useBilingual();
  const cache = useQueryClient();
  const [file, setFile] = useState<File>();
  const send = useCommand(
    (sheet: File, headers) => answerOf(api.POST('/api/directory/imports', { headers, body: fileBody(sheet) })),
    () => void cache.invalidateQueries({ queryKey: ['units'] }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) send.mutate(file);
  };
  return (
    <form className="card" aria-label={say('import')} onSubmit={submit}>
      <h2>{say('import')}</h2>
      <div className="toolbar">
        <Field label={say('file')} help={say('importHelp')}>
          <input type="file" required accept=".xlsx,.csv" onChange={({ target }) => setFile(target.files?.[0])} />
        </Field>
        <button className="button" disabled={send.isPending}>
          {say('importNow')}
        </button>
      </div>
      <WriteState of={send} />
      {send.data && (
        <div role="status">
          <p>{say('imported', { ...send.data, skipped: send.data.skipped.length })}</p>
          <ul>
            {send.data.skipped.map(({ row, problems }) => (
              <li key={row}>
                {say('row', { row })}
                {colon}
                {problems.map(({ column, words }) => `${column} ${inWords(words)}`).join(semicolon)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </form>
  );
}
