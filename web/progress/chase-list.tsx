import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '../../generated/openapi.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { DownloadButton } from '../lists/download-button.tsx';
import { Field } from '../lists/field.tsx';
import { ListTable } from '../lists/list-table.tsx';
import { Outcomes } from '../lists/outcomes.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { MarkButtons, useMarks } from '../lists/use-marks.tsx';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { useListWords } from '../lists/words.ts';
import { lackKinds, type ClassProgress, type Lack } from './progress.ts';
import { useProgressWords } from './words.ts';

type Row = components['schemas']['GraduateRow'];

/** Whom to chase: the list as filtered, its export, and reminders to those marked. */
export function ChaseList({ classes }: { readonly classes: readonly ClassProgress[] }) {
  const say = useProgressWords();
  const lists = useListWords();
  const { get, set } = useFilters();
  const cache = useQueryClient();
  const marks = useMarks<Row>();
  const { marked } = marks;
  const [outcome, setOutcome] = useState<{
    readonly reply: components['schemas']['BulkReply'];
    readonly names: ReadonlyMap<string, string>;
  }>();
  const chosen = {
    cohort: get('cohort') || undefined,
    className: get('class') || undefined,
    lacks: (get('lacks') || undefined) as Lack | undefined,
  };
  const pages = usePages(['graduates', 'chase', chosen], (cursor, signal) =>
    api.GET('/api/graduates', { params: { query: { ...chosen, cursor, limit: pageSize } }, signal }),
  );
  const remind = useCommand(
    (graduateIds: string[], header) => answerOf(api.POST('/api/reminders', { params: { header }, body: { graduateIds } })),
    (reply) => {
      setOutcome({ reply, names: marked });
      marks.clear();
      void cache.invalidateQueries({ queryKey: ['progress'] });
    },
  );
  const exported = new URLSearchParams(Object.entries(chosen).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  const choices = (values: readonly (string | number)[]) =>
    [...new Set(values)].map((value) => (
      <option key={value} value={value}>
        {value}
      </option>
    ));
  const choose = (name: string) => ({ value: get(name), onChange: ({ target }: { target: { value: string } }) => set(name, target.value) });
  return (
    <section aria-label={say('who')} style={{ marginBlockStart: '1.5rem' }}>
      <h2>{say('who')}</h2>
      <form className="toolbar" aria-label={lists('filters')} onSubmit={(event) => event.preventDefault()}>
        <Field label={lists('cohort')}>
          <select {...choose('cohort')}>
            <option value="">{lists('all')}</option>
            {choices(classes.map(({ cohort }) => cohort))}
          </select>
        </Field>
        <Field label={lists('className')}>
          <select {...choose('class')}>
            <option value="">{lists('all')}</option>
            {choices(classes.flatMap(({ className }) => className ?? []))}
          </select>
        </Field>
        <Field label={say('lacks')}>
          <select {...choose('lacks')}>
            <option value="">{say('any')}</option>
            {lackKinds.map((lack) => (
              <option key={lack} value={lack}>
                {say(lack)}
              </option>
            ))}
          </select>
        </Field>
      </form>
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={marked.size === 0 || remind.isPending}
          onClick={() => remind.mutate([...marked.keys()])}
        >
          {say('remind', { count: marked.size })}
        </button>
        <MarkButtons marks={marks} rows={pages.rows} />
        {(['csv', 'xlsx'] as const).map((format) => (
          <DownloadButton key={format} path={`/api/chase-list?${new URLSearchParams([...exported, ['format', format]]).toString()}`}>
            {say(format)}
          </DownloadButton>
        ))}
      </div>
      <p className="soft">
        {say('remindHelp')} {say('chaseHelp')}
      </p>
      <WriteState of={remind} />
      <ListTable
        caption={say('who')}
        pages={pages}
        keyOf={({ id }) => id}
        empty={say('nobody')}
        columns={[
          marks.column,
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
            key: 'confirmation',
            heading: say('confirmation'),
            cell: ({ confirmationStatus, overdue }) => (
              <>
                {say(confirmationStatus)} {overdue && <span className="tag bad">{say('overdue')}</span>}
              </>
            ),
          },
        ]}
      />
      {outcome && <Outcomes {...outcome} onClose={() => setOutcome(undefined)} />}
    </section>
  );
}
