import { useId, useState, type FormEvent } from 'react';
import type { SectionKind } from '../../domain/registration/section.ts';
import { WriteState } from '../app/write-state.tsx';
import { useRecordWords } from '../graduate/record-words.ts';
import type { StaffGraduate } from '../graduate/staff-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';

/** X7: after the windows the school opens a section for the graduate, until a day and with a reason. */
export function OpenSection({
  graduate: { id, allowedActions },
  section,
}: {
  readonly graduate: StaffGraduate;
  readonly section: SectionKind;
}) {
  const say = useRecordWords();
  const fieldId = useId();
  const [endDate, setEndDate] = useState('');
  const [reason, setReason] = useState('');
  const open = useGraduateCommand(id, (body: { endDate: string; reason: string }, header) =>
    answerOf(api.POST('/api/graduates/{id}/sections/{section}/openings', { params: { path: { id, section }, header }, body })),
  );
  if (!allowedActions.some(({ action, target, allowed }) => action === 'OPEN_SECTION' && target === section && allowed)) return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    open.mutate({ endDate, reason });
  };
  return (
    <details>
      <summary>{say('open')}</summary>
      <form onSubmit={send}>
        <div className="field">
          <label htmlFor={`${fieldId}-date`}>{say('openUntil')}</label>
          <input id={`${fieldId}-date`} type="date" required value={endDate} onChange={({ target }) => setEndDate(target.value)} />
        </div>
        <div className="field">
          <label htmlFor={`${fieldId}-reason`}>{say('openReason')}</label>
          <textarea
            id={`${fieldId}-reason`}
            rows={2}
            maxLength={200}
            required
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
        <button className="button" disabled={open.isPending}>
          {say('openNow')}
        </button>
        <WriteState of={open} />
      </form>
    </details>
  );
}
