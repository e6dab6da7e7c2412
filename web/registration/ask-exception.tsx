import type { FormEvent } from 'react';
import type { ExceptionScope } from '../../domain/registration/exceptions.ts';
import { WriteState } from '../app/write-state.tsx';
import { useRecordWords } from '../graduate/record-words.ts';
import type { StaffGraduate } from '../graduate/staff-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useDraft } from '../http/draft.ts';
import { Field } from '../lists/field.tsx';
import { problemOfField } from '../lists/field-problem.ts';

/** X7: after the cutoff the school asks its province for a change, with the reason. */
export function AskException({
  graduate: { id, allowedActions },
  scope,
}: {
  readonly graduate: StaffGraduate;
  readonly scope: ExceptionScope;
}) {
  const say = useRecordWords();
  const draft = useDraft(`${id}:exception:${scope}`, '');
  const ask = useGraduateCommand(
    id,
    (reason: string, header) =>
      answerOf(api.POST('/api/graduates/{id}/exceptions', { params: { path: { id }, header }, body: { scope, reason } })),
    draft.forget,
  );
  if (!allowedActions.some(({ action, target, allowed }) => action === 'REQUEST_EXCEPTION' && target === scope && allowed)) return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(draft.value);
  };
  return (
    <details open={draft.restored}>
      <summary>{say('askException')}</summary>
      <form onSubmit={send}>
        <p className="soft">{say('askExceptionHelp')}</p>
        <Field label={say('exceptionReason')} problem={problemOfField(ask.error, 'reason')}>
          <textarea required rows={3} maxLength={500} value={draft.value} onChange={({ target }) => draft.change(target.value)} />
        </Field>
        <button className="button" disabled={ask.isPending || draft.value.trim() === ''}>
          {say('askNow')}
        </button>
        <WriteState of={ask} />
      </form>
    </details>
  );
}
