import { useQueryClient } from '@tanstack/react-query';
import { formulaVersions, type FormulaVersion } from '../../domain/statistics/formula.ts';
import { mayDo, type Me } from '../access/me.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import { ListTable } from '../lists/list-table.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { useFilters } from '../lists/use-filters.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { useSchool } from '../lists/use-school.ts';
import { rateOf, type StatisticFigure } from './figure.ts';
import { useSchoolCounts } from './use-school-counts.ts';
import { useStatisticsWords } from './words.ts';

interface Props {
  readonly me: Me;
  readonly opened: string | undefined;
  readonly onOpen: (figure: StatisticFigure) => void;
}

/** Published figures, newest first; the school admin publishes by either formula (F4). */
export function Figures({ me, opened, onOpen }: Props) {
  const say = useStatisticsWords();
  const { get, set } = useFilters();
  const cache = useQueryClient();
  const { data: counts } = useSchoolCounts();
  const pages = usePages(['statistics', 'figures'], (cursor, signal) =>
    api.GET('/api/statistics/figures', { params: { query: { cursor, limit: pageSize } }, signal }),
  );
  const publish = useCommand(
    (body: { cohort: number; formula: FormulaVersion }, headers) => answerOf(api.POST('/api/statistics/figures', { body, headers })),
    (figure) => {
      onOpen(figure);
      void cache.invalidateQueries({ queryKey: ['statistics'] });
    },
  );
  return (
    <section className="card published" aria-label={say('figures')}>
      <h2>{say('figures')}</h2>
      {mayDo(me, { resource: 'statistics', action: 'publish' }) && (
        <Publish
          cohort={get('cohort')}
          onCohort={(cohort) => set('cohort', cohort)}
          busy={publish.isPending}
          onPublish={(cohort, formula) => publish.mutate({ cohort, formula })}
        />
      )}
      <WriteState of={publish} />
      <ListTable
        caption={say('figures')}
        pages={pages}
        keyOf={({ id }) => id}
        empty={say('noFigures')}
        columns={[
          {
            key: 'number',
            heading: say('number'),
            cell: (row) => (
              <button type="button" className="link-button" aria-pressed={row.id === opened} onClick={() => onOpen(row)}>
                {say('open', { number: row.number })}
              </button>
            ),
          },
          {
            key: 'school',
            heading: say('school'),
            cell: ({ schoolId }) => counts?.schools.find((school) => school.schoolId === schoolId)?.name,
          },
          { key: 'cohort', heading: say('cohort'), cell: ({ cohort }) => cohort },
          { key: 'formula', heading: say('formula'), cell: ({ formula }) => say('formulaOf', { formula }) },
          { key: 'published', heading: say('publishedAt'), cell: ({ publishedAt }) => shortMoment(publishedAt) },
          { key: 'total', heading: say('total'), figures: true, cell: ({ all }) => all.total },
          { key: 'settled', heading: say('settled'), figures: true, cell: ({ all }) => all.settled ?? say('hidden') },
          { key: 'rate', heading: say('rate'), figures: true, cell: ({ all }) => rateOf(all.settled, all.total) },
        ]}
      />
    </section>
  );
}

interface PublishProps {
  readonly cohort: string;
  readonly onCohort: (cohort: string) => void;
  readonly busy: boolean;
  readonly onPublish: (cohort: number, formula: FormulaVersion) => void;
}

function Publish({ cohort, onCohort, busy, onPublish }: PublishProps) {
  const say = useStatisticsWords();
  const { data: school } = useSchool();
  const chosen = Number(cohort) || school?.cohorts[0];
  return (
    <>
      <div className="toolbar">
        <Field label={say('cohort')}>
          <select value={chosen ?? ''} onChange={({ target }) => onCohort(target.value)}>
            {school?.cohorts.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </Field>
        {formulaVersions.map((formula) => (
          <button
            key={formula}
            type="button"
            className="plain-button"
            disabled={busy || chosen === undefined}
            onClick={() => {
              if (chosen !== undefined) onPublish(chosen, formula);
            }}
          >
            {say('publish', { formula })}
          </button>
        ))}
      </div>
      <p className="soft">{say('publishHelp')}</p>
    </>
  );
}
