import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { useDraft } from '../http/draft.ts';
import { Field } from '../lists/field.tsx';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import type { RosterRow } from './roster.ts';
import { useRosterWords } from './words.ts';

interface Props {
  readonly id: string;
  readonly rowNumber: number;
  readonly problem: RosterRow['problems'][number];
  readonly mayMend: boolean;
}

/** One thing that is wrong with a row, with an editor of that very cell. */
export function RowProblem({ id, rowNumber, problem, mayMend }: Props) {
  const say = useRosterWords();
  const inWords = useBilingual();
  const { colon, semicolon } = usePunctuation();
  const [open, setOpen] = useState(false);
  const { column, value, expected, severity, words } = problem;
  return (
    <li>
      <span className={`tag ${severity === 'ERROR' ? 'bad' : 'warn'}`}>{say(severity)}</span>
      <strong>{column}</strong> <span>{inWords(words)}</span>
      <span className="soft">
        {say('value')}
        {colon}
        {value ?? say('hidden')}
        {expected !== null && `${semicolon}${say('expected')}${colon}${expected}`}
      </span>
      {mayMend && !open && (
        <button
          type="button"
          className="link-button"
          aria-label={say('mendCell', { row: rowNumber, column })}
          onClick={() => setOpen(true)}
        >
          {say('mend')}
        </button>
      )}
      {open && <CellEditor id={id} rowNumber={rowNumber} problem={problem} onClose={() => setOpen(false)} />}
    </li>
  );
}

function CellEditor({
  id,
  rowNumber,
  problem: { column, field, value },
  onClose,
}: Omit<Props, 'mayMend'> & { readonly onClose: () => void }) {
  const say = useRosterWords();
  const cache = useQueryClient();
  const draft = useDraft(`mend:${id}:${rowNumber}:${field}`, value ?? '');
  const mend = useCommand(
    (text: string, headers) =>
      answerOf(
        api.POST('/api/rosters/{id}/mends', {
          params: { path: { id } },
          body: { rows: [{ rowNumber, cells: { [field]: text === '' ? null : text } }] },
          headers,
        }),
      ),
    (roster) => {
      draft.forget();
      cache.setQueryData(['roster', id], roster);
      onClose();
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mend.mutate(draft.value);
  };
  return (
    <form className="cell-editor" onSubmit={submit}>
      <Field label={say('newValue', { column, row: rowNumber })}>
        <input autoFocus maxLength={1_000} value={draft.value} onChange={({ target }) => draft.change(target.value)} />
      </Field>
      <button className="button" disabled={mend.isPending}>
        {say('saveCell')}
      </button>
      <WriteState of={mend} />
    </form>
  );
}
