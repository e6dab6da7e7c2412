import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import { fileBody } from '../lists/send-file.ts';
import { useRosterWords } from './words.ts';

/** A sheet goes up and is checked; nothing goes on the roster by it. */
export function UploadForm() {
  const say = useRosterWords();
  const navigate = useNavigate();
  const [cohort, setCohort] = useState('');
  const [file, setFile] = useState<File>();
  const upload = useCommand(
    ({ sheet, year }: { sheet: File; year: string }, headers) =>
      answerOf(api.POST('/api/rosters', { params: { query: { cohort: year, commit: 'LATER' } }, headers, body: fileBody(sheet) })),
    ({ id }) => void navigate(id),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) upload.mutate({ sheet: file, year: cohort });
  };
  return (
    <form className="card" onSubmit={submit} aria-label={say('upload')}>
      <h2>{say('upload')}</h2>
      <div className="toolbar">
        <Field label={say('cohort')}>
          <input type="number" required min={2000} max={2999} value={cohort} onChange={({ target }) => setCohort(target.value)} />
        </Field>
        <Field label={say('file')}>
          <input type="file" required accept=".xlsx,.csv" onChange={({ target }) => setFile(target.files?.[0])} />
        </Field>
        <button className="button" disabled={upload.isPending}>
          {say('check')}
        </button>
      </div>
      <p className="soft">{say('uploadHelp')}</p>
      <WriteState of={upload} />
    </form>
  );
}
