import { useState } from 'react';
import { Link, useOutletContext } from 'react-router';
import { mayDo, type Me } from '../access/me.ts';
import { useTitle } from '../app/title.ts';
import { api } from '../http/client.ts';
import { Field } from '../lists/field.tsx';
import { ListTable } from '../lists/list-table.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { useFilters } from '../lists/use-filters.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { useListWords } from '../lists/words.ts';
import { useTicketWords } from './desk-words.ts';
import type { Ticket } from './ticket.ts';
import { TicketAnswer } from './ticket-answer.tsx';
import { TicketSubject } from './ticket-subject.tsx';

const statuses = ['OPEN', 'RESOLVED', 'REFUSED'] as const;
const kinds = ['BASIC_INFORMATION', 'ORIGIN', 'OPENING'] as const;
const ages = ['1', '3', '7'];

/** R6, X7, X29: what graduates ask of the school, oldest first. */
export function Component() {
  const say = useTicketWords();
  const lists = useListWords();
  useTitle(say('title'));
  const me = useOutletContext<Me>();
  const { get, set } = useFilters();
  const [answering, setAnswering] = useState<Ticket>();
  const [answered, setAnswered] = useState<string>();
  const status = statuses.find((known) => known === get('status')) ?? 'OPEN';
  const query = { status, kind: kinds.find((known) => known === get('kind')), openDays: get('age') || undefined };
  const pages = usePages(['tickets', query], (cursor, signal) =>
    api.GET('/api/tickets', { params: { query: { ...query, cursor, limit: pageSize } }, signal }),
  );
  const mayAnswer = status === 'OPEN' && mayDo(me, { resource: 'ticket', action: 'answer' });
  return (
    <>
      <h1>{say('title')}</h1>
      <form className="toolbar" aria-label={lists('filters')} onSubmit={(event) => event.preventDefault()}>
        <Field label={say('status')}>
          <select value={status} onChange={({ target }) => set('status', target.value)}>
            {statuses.map((known) => (
              <option key={known} value={known}>
                {say(known)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={say('kind')}>
          <select value={get('kind')} onChange={({ target }) => set('kind', target.value)}>
            <option value="">{lists('all')}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {say(kind)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={say('age')}>
          <select value={get('age')} onChange={({ target }) => set('age', target.value)}>
            <option value="">{lists('all')}</option>
            {ages.map((days) => (
              <option key={days} value={days}>
                {say('days', { count: days })}
              </option>
            ))}
          </select>
        </Field>
      </form>
      <p role="status" className={answered === undefined ? 'visually-hidden' : 'soft'}>
        {answered !== undefined && say('answered', { name: answered })}
      </p>
      <ListTable
        caption={say('title')}
        pages={pages}
        keyOf={({ id }) => id}
        empty={say('none')}
        columns={[
          {
            key: 'name',
            heading: lists('name'),
            cell: ({ graduateId, name, studentNo }) => (
              <>
                <Link to={`/desk/graduates/${graduateId}`}>{name}</Link>
                <br />
                <span className="soft">{studentNo}</span>
              </>
            ),
          },
          { key: 'college', heading: lists('college'), cell: ({ college }) => college },
          { key: 'kind', heading: say('kind'), cell: ({ kind }) => say(kind) },
          { key: 'about', heading: say('about'), cell: (ticket) => <TicketSubject ticket={ticket} /> },
          { key: 'note', heading: say('note'), cell: ({ note }) => note },
          { key: 'openedAt', heading: say('age'), cell: ({ openedAt }) => shortMoment(openedAt) },
          {
            key: 'answer',
            heading: say('answer'),
            cell: (ticket) =>
              mayAnswer ? (
                <button type="button" className="link-button" onClick={() => setAnswering(ticket)}>
                  {say('answerTo', { name: ticket.name })}
                </button>
              ) : (
                <>
                  <span className={`tag ${ticket.status === 'RESOLVED' ? 'good' : 'plain'}`}>{say(ticket.status)}</span> {ticket.answer}
                </>
              ),
          },
        ]}
      />
      {answering && (
        <TicketAnswer
          ticket={answering}
          onClose={() => setAnswering(undefined)}
          onDone={() => {
            setAnswered(answering.name);
            setAnswering(undefined);
          }}
        />
      )}
    </>
  );
}
