import { useState, type FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { useRecordWords } from '../graduate/record-words.ts';
import type { StaffGraduate } from '../graduate/staff-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';

/** X18: a destination that came to nothing is taken back by the school; a second person decides. */
export function EnterVoid({
  graduate: { id, allowedActions },
  versionId,
}: {
  readonly graduate: StaffGraduate;
  readonly versionId: string;
}) {
  const say = useRecordWords();
  const [reason, setReason] = useState('');
  const enter = useGraduateCommand(
    id,
    (body: { versionId: string; reason: string }, header) =>
      answerOf(api.POST('/api/graduates/{id}/destination/void-entry', { params: { path: { id }, header }, body })),
    () => setReason(''),
  );
  if (!allowedActions.some(({ action, allowed }) => action === 'ENTER_VOID' && allowed)) return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ versionId, reason });
  };
  return (
    <details>
      <summary>{say('void')}</summary>
      <form onSubmit={send}>
        <p className="soft">{say('voidHelp')}</p>
        <Field label={say('voidReason')}>
          <textarea rows={2} maxLength={200} required value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <button className="button" disabled={enter.isPending || reason.trim() === ''}>
          {say('submit')}
        </button>
        <WriteState of={enter} />
      </form>
    </details>
  );
}
