import { useState } from 'react';
import { api } from '../http/client.ts';
import { ListTable } from '../lists/list-table.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { AnswerException, type CutoffException } from './desk-answer-exception.tsx';
import { useProvinceWords } from './words.ts';

/** X7: requests for changes after the cutoff, oldest first. */
export function Exceptions() {
  const say = useProvinceWords();
  const [chosen, setChosen] = useState<CutoffException>();
  const pages = usePages(['exceptions'], (cursor, signal) => api.GET('/api/exceptions', { params: { query: { cursor, limit: pageSize } }, signal }));
  return <section>
    <h2>{say('exceptions')}</h2>
    <ListTable caption={say('exceptions')} pages={pages} keyOf={({ id }) => id} empty={say('noExceptions')} columns={[
      { key: 'school', heading: say('school'), cell: ({ school }) => school },
      { key: 'cohort', heading: say('cohort'), cell: ({ cohort }) => cohort },
      { key: 'name', heading: say('name'), cell: ({ name }) => name },
      { key: 'scope', heading: say('scope'), cell: ({ scope }) => say(scope) },
      { key: 'reason', heading: say('reason'), cell: ({ reason }) => reason },
      { key: 'at', heading: say('at'), cell: ({ requestedAt }) => shortMoment(requestedAt) },
      { key: 'answer', heading: say('answer'), cell: (row) => <button type="button" className="link-button" aria-label={say('answerOne', { school: row.school, name: row.name })} onClick={() => setChosen(row)}>{say('answer')}</button> },
    ]} />
    {chosen && <AnswerException exception={chosen} onClose={() => setChosen(undefined)} />}
  </section>;
}
