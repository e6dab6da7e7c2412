import { useState } from 'react';
import { Link, useOutletContext } from 'react-router';
import type { components } from '../../generated/openapi.ts';
import { mayDo, type Me } from '../access/me.ts';
import { useTitle } from '../app/title.ts';
import { api } from '../http/client.ts';
import { Field } from '../lists/field.tsx';
import { ListTable, type Column } from '../lists/list-table.tsx';
import { PlaceFilters } from '../lists/place-filters.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { MarkButtons, useMarks } from '../lists/use-marks.tsx';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { useListWords } from '../lists/words.ts';
import { CorrectMarked } from './correct-marked.tsx';
import { useGraduateListWords } from './graduate-list-words.ts';
import { SavedFilterBar } from './saved-filter-bar.tsx';

type Row = components['schemas']['GraduateRow'];
const stages = ['CHECKING', 'REGISTERING', 'IN_REVIEW', 'RETURNED', 'CONFIRMING', 'DISPUTED', 'CONFIRMED', 'ENDED'] as const;
const statuses = ['NOT_REPORTED', 'UNCONFIRMED', 'CONFIRMED', 'DISPUTED'] as const;
const choosable = ['studentNo', 'cohort', 'school', 'college', 'className', 'stage', 'confirmation'] as const;
type Choosable = (typeof choosable)[number];
const storageKey = 'graduates:hidden-columns';

/** The graduates of a jurisdiction, as many as there are. */
export function Component() {
  const say = useGraduateListWords();
  const lists = useListWords();
  useTitle(say('title'));
  const mayCorrect = mayDo(useOutletContext<Me>(), { resource: 'basicInformation', action: 'correct' });
  const marks = useMarks<Row>();
  const { get, set } = useFilters();
  const [hidden, setHidden] = useState<readonly string[]>(() => (localStorage.getItem(storageKey) ?? 'school').split(','));
  const query = {
    stage: stages.find((known) => known === get('stage')),
    confirmationStatus: statuses.find((known) => known === get('confirmation')),
    cohort: get('cohort') || undefined,
    collegeId: get('college') || undefined,
    className: get('class') || undefined,
    overdue: get('overdue') === 'true' ? ('true' as const) : undefined,
  };
  const pages = usePages(['graduates', 'list', query], (cursor, signal) =>
    api.GET('/api/graduates', { params: { query: { ...query, cursor, limit: pageSize } }, signal }),
  );
  const headings: Readonly<Record<Choosable, string>> = {
    studentNo: lists('studentNo'),
    cohort: lists('cohort'),
    school: say('school'),
    college: lists('college'),
    className: lists('className'),
    stage: say('stage'),
    confirmation: say('confirmation'),
  };
  const cells: Readonly<Record<Choosable, Column<Row>['cell']>> = {
    studentNo: ({ studentNo }) => <span className="unbroken">{studentNo}</span>,
    cohort: ({ cohort }) => <span className="unbroken">{cohort}</span>,
    school: ({ school }) => school,
    college: ({ college }) => college,
    className: ({ className }) => className,
    stage: ({ stage, overdue }) => (
      <>
        {say(stage)} {overdue && <span className="tag bad">{say('overdue')}</span>}
      </>
    ),
    confirmation: ({ confirmationStatus }) => say(confirmationStatus),
  };
  const choose = (key: Choosable, on: boolean) => {
    const next = on ? hidden.filter((one) => one !== key) : [...hidden, key];
    localStorage.setItem(storageKey, next.join(','));
    setHidden(next);
  };
  return (
    <>
      <h1>{say('title')}</h1>
      <form className="toolbar" aria-label={lists('filters')} onSubmit={(event) => event.preventDefault()}>
        <PlaceFilters />
        <Field label={say('stage')}>
          <select value={get('stage')} onChange={({ target }) => set('stage', target.value)}>
            <option value="">{lists('all')}</option>
            {stages.map((stage) => (
              <option key={stage} value={stage}>
                {say(stage)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={say('confirmation')}>
          <select value={get('confirmation')} onChange={({ target }) => set('confirmation', target.value)}>
            <option value="">{lists('all')}</option>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {say(status)}
              </option>
            ))}
          </select>
        </Field>
        <label>
          <input
            type="checkbox"
            className="mark"
            checked={get('overdue') === 'true'}
            onChange={({ target }) => set('overdue', target.checked ? 'true' : '')}
          />{' '}
          {say('onlyOverdue')}
        </label>
      </form>
      <SavedFilterBar />
      <details className="card">
        <summary>{say('columns')}</summary>
        <div className="actions">
          {choosable.map((key) => (
            <label key={key}>
              <input
                type="checkbox"
                className="mark"
                checked={!hidden.includes(key)}
                onChange={({ target }) => choose(key, target.checked)}
              />{' '}
              {headings[key]}
            </label>
          ))}
        </div>
      </details>
      {mayCorrect && (
        <div className="actions">
          <CorrectMarked marked={marks.marked} onDone={marks.clear} />
          <MarkButtons marks={marks} rows={pages.rows} />
        </div>
      )}
      <ListTable
        caption={say('title')}
        pages={pages}
        keyOf={({ id }) => id}
        empty={say('none')}
        columns={[
          ...(mayCorrect ? [marks.column] : []),
          { key: 'name', heading: lists('name'), cell: ({ id, name }: Row) => <Link to={`/desk/graduates/${id}`}>{name}</Link> },
          ...choosable.filter((key) => !hidden.includes(key)).map((key) => ({ key, heading: headings[key], cell: cells[key] })),
        ]}
      />
    </>
  );
}
