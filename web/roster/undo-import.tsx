import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Dialog } from '../lists/dialog.tsx';
import { Field } from '../lists/field.tsx';
import { useRosterWords } from './words.ts';

export function UndoImport({ id }: { readonly id: string }) {
  const say = useRosterWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="plain-button" onClick={() => setOpen(true)}>
        {say('undo')}
      </button>
      {open && (
        <Dialog title={say('undoTitle')} onClose={() => setOpen(false)}>
          <UndoForm id={id} />
        </Dialog>
      )}
    </>
  );
}

/** What taking it back would mean, then the reason. */
function UndoForm({ id }: { readonly id: string }) {
  const say = useRosterWords();
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const { data: preview } = useQuery({
    queryKey: ['roster', id, 'undo'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/rosters/{id}/undo', { params: { path: { id } }, signal })),
    staleTime: 0,
  });
  const undo = useCommand(
    (body: { reason: string }, headers) => answerOf(api.POST('/api/rosters/{id}/undo', { params: { path: { id } }, body, headers })),
    (roster) => cache.setQueryData(['roster', id], roster),
  );
  if (!preview) return null;
  const { graduates, acted, updated } = preview;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    undo.mutate({ reason });
  };
  return (
    <form onSubmit={submit}>
      <ul>
        <li>{say('undoGraduates', { count: graduates })}</li>
        {updated > 0 && <li>{say('undoUpdated', { count: updated })}</li>}
      </ul>
      {acted > 0 ? (
        <p className="note">{say('undoActed', { count: acted })}</p>
      ) : (
        <>
          <Field label={say('reason')}>
            <input required maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
          </Field>
          <button className="danger-button" disabled={undo.isPending}>
            {say('undoNow')}
          </button>
        </>
      )}
      <WriteState of={undo} />
    </form>
  );
}
