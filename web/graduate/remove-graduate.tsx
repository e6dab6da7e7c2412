import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { Dialog } from '../lists/dialog.tsx';
import { Field } from '../lists/field.tsx';
import { usePunctuation } from '../text/punctuation.ts';
import { useRecordWords } from './record-words.ts';
import type { StaffGraduate } from './staff-graduate.ts';

/** Off the roster goes who should not be on it; what that ends is shown first. */
export function RemoveGraduate({ graduate }: { readonly graduate: StaffGraduate }) {
  const { colon } = usePunctuation();
  const say = useRecordWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="danger-button" onClick={() => setOpen(true)}>
        {say('remove')}
      </button>
      {open && (
        <Dialog title={`${say('remove')}${colon}${graduate.basic.name}`} onClose={() => setOpen(false)}>
          <RemovalForm graduate={graduate} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

function RemovalForm({ graduate: { id, version: shown }, onDone }: { readonly graduate: StaffGraduate; readonly onDone: () => void }) {
  const say = useRecordWords();
  const [reason, setReason] = useState('');
  const preview = useQuery({
    queryKey: ['removal', id, shown],
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) => answerOf(api.GET('/api/graduates/{id}/removal', { params: { path: { id } }, signal })),
  });
  const remove = useGraduateCommand(
    id,
    (body: { reason: string; version: number }, header) =>
      answerOf(api.POST('/api/graduates/{id}/removal', { params: { path: { id }, header }, body })),
    onDone,
  );
  if (preview.isPending) return <Loading />;
  if (!preview.data) return <Failure part error={preview.error} onRetry={() => void preview.refetch()} />;
  const { version, allowed, ...ends } = preview.data;
  if (!allowed) return <p>{say('removeLocked')}</p>;
  const send = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate({ reason, version });
  };
  return (
    <form onSubmit={send}>
      <p>{say('removeHelp')}</p>
      <p className="note">{say('removeEnds', ends)}</p>
      <Field label={say('removeReason')}>
        <input required maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <button className="danger-button" disabled={remove.isPending || reason.trim() === ''}>
        {say('removeNow')}
      </button>
      <WriteState of={remove} />
    </form>
  );
}
