import type { FormEvent } from 'react';
import { Link } from 'react-router';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useDraft } from '../http/draft.ts';
import { Dialog } from '../lists/dialog.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import { Field } from '../lists/field.tsx';
import { usePunctuation } from '../text/punctuation.ts';
import type { Ticket } from './ticket.ts';
import { useTicketWords } from './desk-words.ts';
import { TicketSubject } from './ticket-subject.tsx';

/** Resolved or refused, with words; the graduate looks again either way. */
export function TicketAnswer({
  ticket,
  onClose,
  onDone,
}: {
  readonly ticket: Ticket;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const say = useTicketWords();
  const { colon } = usePunctuation();
  const draft = useDraft(`ticket:${ticket.id}`, '');
  const answer = useGraduateCommand(
    ticket.graduateId,
    (body: { resolved: boolean; answer: string }, header) =>
      answerOf(api.POST('/api/tickets/{ticketId}/answer', { params: { path: { ticketId: ticket.id }, header }, body })),
    () => {
      draft.forget();
      onDone();
    },
  );
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    answer.mutate({ resolved: (submitter as HTMLButtonElement | null)?.value === 'RESOLVED', answer: draft.value });
  };
  return (
    <Dialog title={say('answerTo', { name: ticket.name })} onClose={onClose}>
      <div>
        {say(ticket.kind)}
        {colon}
        <TicketSubject ticket={ticket} />
      </div>
      <blockquote className="note" style={{ marginInline: 0 }}>
        {ticket.note}
      </blockquote>
      <p>
        <Link to={`/desk/graduates/${ticket.graduateId}`}>{say('toRecord')}</Link>
      </p>
      <form onSubmit={send}>
        {draft.restored && (
          <p className="soft" role="status">
            {say('kept')}
          </p>
        )}
        <Field label={say('words')} help={say('wordsHelp')} problem={problemOfField(answer.error, 'answer')}>
          <textarea required maxLength={500} rows={4} value={draft.value} onChange={({ target }) => draft.change(target.value)} />
        </Field>
        <div className="actions">
          <button className="button" value="RESOLVED" disabled={answer.isPending}>
            {say('resolve')}
          </button>
          <button className="danger-button" value="REFUSED" disabled={answer.isPending}>
            {say('refuse')}
          </button>
        </div>
        <WriteState of={answer} />
      </form>
    </Dialog>
  );
}
