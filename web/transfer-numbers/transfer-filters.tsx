import { Field } from '../lists/field.tsx';
import { useFilters } from '../lists/use-filters.ts';
import type { SchoolPlaces } from '../lists/use-school.ts';
import { useListWords } from '../lists/words.ts';
import type { TransferQuery } from './transfer-query.ts';
import { useTransferWords } from './words.ts';

const states = ['NONE', 'CURRENT', 'STALE', 'ENDED'] as const;

/** R41, R43: which list, of whom, by the state of the number and when it was last made. */
export function TransferFilters({ school, query }: { readonly school: SchoolPlaces; readonly query: TransferQuery }) {
  const say = useTransferWords();
  const lists = useListWords();
  const { get, set } = useFilters();
  const classes = [
    ...new Set(
      school.classes
        .filter(({ cohort, collegeId }) => cohort === query.cohort && (query.collegeId === null || collegeId === query.collegeId))
        .map(({ className }) => className),
    ),
  ];
  const choose = (name: string) => ({ value: get(name), onChange: ({ target }: { target: { value: string } }) => set(name, target.value) });
  return (
    <form className="toolbar" aria-label={lists('filters')} onSubmit={(event) => event.preventDefault()}>
      <Field label={say('kind')}>
        <select value={query.kind} onChange={({ target }) => set('kind', target.value)}>
          <option value="DOSSIER">{say('DOSSIER')}</option>
          <option value="HUKOU">{say('HUKOU')}</option>
        </select>
      </Field>
      <Field label={lists('cohort')}>
        <select value={query.cohort ?? ''} onChange={({ target }) => set('cohort', target.value)}>
          {school.cohorts.map((cohort) => (
            <option key={cohort} value={cohort}>
              {cohort}
            </option>
          ))}
        </select>
      </Field>
      <Field label={lists('college')}>
        <select {...choose('college')}>
          <option value="">{lists('all')}</option>
          {school.colleges.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={lists('className')}>
        <select {...choose('class')}>
          <option value="">{lists('all')}</option>
          {classes.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={say('state')}>
        <select {...choose('state')}>
          <option value="">{lists('all')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {say(state)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={say('from')}>
        <input type="date" {...choose('from')} />
      </Field>
      <Field label={say('until')}>
        <input type="date" {...choose('until')} />
      </Field>
    </form>
  );
}
