import { useState } from 'react';
import type { components } from '../../generated/openapi.ts';
import { fieldWords } from '../../domain/registration/field-words.ts';
import { useTitle } from '../app/title.ts';
import { api } from '../http/client.ts';
import { Dialog } from '../lists/dialog.tsx';
import { Field } from '../lists/field.tsx';
import { ListTable } from '../lists/list-table.tsx';
import { PlaceFilters } from '../lists/place-filters.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { useFilters } from '../lists/use-filters.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { useListWords } from '../lists/words.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import { useConfirmationListWords } from './desk-words.ts';
import { confirmationMarks } from './status-names.ts';

type Item = components['schemas']['ConfirmationItem'];
type Entry = Item['history'][number];
const statuses = ['NOT_REPORTED', 'UNCONFIRMED', 'CONFIRMED', 'DISPUTED'] as const;

/** R22: who has confirmed, since when, and what is disputed in whose words. */
export function Component() {
  const say = useConfirmationListWords();
  const lists = useListWords();
  useTitle(say('title'));
  const { get, set } = useFilters();
  const [shown, show] = useState<Item>();
  const query = {
    status: statuses.find((known) => known === get('status')),
    cohort: get('cohort') || undefined,
    collegeId: get('college') || undefined,
    className: get('class') || undefined,
  };
  const pages = usePages(['confirmations', query], (cursor, signal) =>
    api.GET('/api/confirmations', { params: { query: { ...query, cursor, limit: pageSize } }, signal }),
  );
  return (
    <>
      <h1>{say('title')}</h1>
      <form className="toolbar" aria-label={lists('filters')} onSubmit={(event) => event.preventDefault()}>
        <Field label={say('status')}>
          <select value={get('status')} onChange={({ target }) => set('status', target.value)}>
            <option value="">{lists('all')}</option>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {say(status)}
              </option>
            ))}
          </select>
        </Field>
        <PlaceFilters />
      </form>
      <ListTable
        caption={say('title')}
        pages={pages}
        keyOf={({ graduateId }) => graduateId}
        empty={say('none')}
        columns={[
          { key: 'name', heading: lists('name'), cell: ({ name }) => name },
          { key: 'studentNo', heading: lists('studentNo'), cell: ({ studentNo }) => <span className="unbroken">{studentNo}</span> },
          {
            key: 'place',
            heading: lists('place'),
            cell: ({ cohort, college, className }) => (
              <span className="words">{[cohort, college, className].filter(Boolean).join(' ')}</span>
            ),
          },
          {
            key: 'status',
            heading: say('status'),
            cell: ({ status }) => <span className={`tag ${confirmationMarks[status]}`}>{say(status)}</span>,
          },
          { key: 'since', heading: say('since'), cell: ({ history: [last] }) => last && shortMoment(last.at) },
          {
            key: 'dispute',
            heading: say('dispute'),
            cell: ({ status, history: [last] }) => status === 'DISPUTED' && last && <Dispute entry={last} />,
          },
          {
            key: 'history',
            heading: say('history'),
            cell: (item) => (
              <button type="button" className="link-button" onClick={() => show(item)}>
                {say('historyOf', { name: item.name })}
              </button>
            ),
          },
        ]}
      />
      {shown && (
        <Dialog title={say('historyOf', { name: shown.name })} onClose={() => show(undefined)}>
          {shown.history.length === 0 && <p>{say('noHistory')}</p>}
          <ol>
            {shown.history.map((entry) => (
              <li key={entry.at + entry.cause}>
                {shortMoment(entry.at)} · {say(entry.cause)} → {say(entry.status)} <Dispute entry={entry} />
              </li>
            ))}
          </ol>
        </Dialog>
      )}
    </>
  );
}

function Dispute({ entry: { disputeFields, disputeText } }: { readonly entry: Entry }) {
  const { list, colon } = usePunctuation();
  const inWords = useBilingual();
  if (disputeText === null) return null;
  return (
    <>
      {disputeFields.map((field) => inWords(fieldWords(field))).join(list)}
      {colon}
      {disputeText}
    </>
  );
}
