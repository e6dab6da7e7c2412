import { useState, type FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useDraft } from '../http/draft.ts';
import { Dialog } from '../lists/dialog.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import { Field } from '../lists/field.tsx';
import type { ExceptionRow } from './exception-row.ts';
import { useExceptionWords } from './exception-words.ts';

type Answer = { granted: true; endDate: string } | { granted: false; answer: string };

/** Granted until the end of a day, or refused with the reason: two forms, so that neither asks for what the other needs. */
export function ExceptionAnswer({
  row,
  onClose,
  onDone,
}: {
  readonly row: ExceptionRow;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const say = useExceptionWords();
  const [endDate, setEndDate] = useState('');
  const draft = useDraft(`exception:${row.id}`, '');
  const answer = useGraduateCommand(
    row.graduateId,
    (body: Answer, header) =>
      answerOf(api.POST('/api/exceptions/{exceptionId}/answer', { params: { path: { exceptionId: row.id }, header }, body })),
    () => {
      draft.forget();
      onDone();
    },
  );
  const send = (body: Answer) => (event: FormEvent) => {
    event.preventDefault();
    answer.mutate(body);
  };
  return (
    <Dialog title={say('answerTo', { name: row.name })} onClose={onClose}>
      <p>
        {row.school} · {say(row.scope)}
      </p>
      <blockquote className="note" style={{ marginInline: 0 }}>
        {row.reason}
      </blockquote>
      <form onSubmit={send({ granted: true, endDate })}>
        <Field label={say('endDate')} problem={problemOfField(answer.error, 'endDate')}>
          <input type="date" required value={endDate} onChange={({ target }) => setEndDate(target.value)} />
        </Field>
        <button className="button" disabled={answer.isPending}>
          {say('grant')}
        </button>
      </form>
      <hr />
      <form onSubmit={send({ granted: false, answer: draft.value })}>
        <Field label={say('words')} problem={problemOfField(answer.error, 'answer')}>
          <textarea required maxLength={500} rows={3} value={draft.value} onChange={({ target }) => draft.change(target.value)} />
        </Field>
        <button className="danger-button" disabled={answer.isPending}>
          {say('refuse')}
        </button>
      </form>
      <WriteState of={answer} />
    </Dialog>
  );
}
