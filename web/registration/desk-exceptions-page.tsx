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
import type { ExceptionRow } from './exception-row.ts';
import { ExceptionAnswer } from './exception-answer.tsx';
import { useExceptionWords } from './exception-words.ts';

const statuses = ['REQUESTED', 'GRANTED', 'REFUSED'] as const;

/** X7: what schools ask to change after the cutoff, and what their province has answered. */
export function Component() {
  const say = useExceptionWords();
  const lists = useListWords();
  useTitle(say('title'));
  const me = useOutletContext<Me>();
  const { get, set } = useFilters();
  const [answering, setAnswering] = useState<ExceptionRow>();
  const [answered, setAnswered] = useState<string>();
  const status = statuses.find((known) => known === get('status')) ?? 'REQUESTED';
  const pages = usePages(['exceptions', status], (cursor, signal) =>
    api.GET('/api/exceptions', { params: { query: { status, cursor, limit: pageSize } }, signal }),
  );
  // The province answers without reading the record (section 14 of the rules).
  const mayRead = mayDo(me, { resource: 'graduate', action: 'read' });
  const mayAnswer = mayDo(me, { resource: 'exception', action: 'answer' });
  return (
    <>
      <h1>{say('title')}</h1>
      <p className="soft">{say('help')}</p>
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
            cell: ({ graduateId, name }) => (mayRead ? <Link to={`/desk/graduates/${graduateId}`}>{name}</Link> : name),
          },
          { key: 'school', heading: say('school'), cell: ({ school, cohort }) => `${school} ${cohort}` },
          { key: 'scope', heading: say('scope'), cell: ({ scope }) => say(scope) },
          { key: 'reason', heading: say('reason'), cell: ({ reason }) => reason },
          { key: 'requestedAt', heading: say('requestedAt'), cell: ({ requestedAt }) => shortMoment(requestedAt) },
          {
            key: 'answer',
            heading: say('answer'),
            cell: (row) =>
              row.status === 'REQUESTED' && mayAnswer ? (
                <button type="button" className="link-button" onClick={() => setAnswering(row)}>
                  {say('answerTo', { name: row.name })}
                </button>
              ) : (
                <>
                  <span className={`tag ${row.status === 'GRANTED' ? 'good' : 'plain'}`}>{say(row.status)}</span>{' '}
                  {row.until ? say('until', { until: row.until.text }) : row.answer}
                </>
              ),
          },
        ]}
      />
      {answering && (
        <ExceptionAnswer
          row={answering}
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
