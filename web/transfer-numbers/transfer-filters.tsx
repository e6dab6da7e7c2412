import { Field } from '../lists/field.tsx';
import { ClassField, CohortField, CollegeField } from '../lists/place-fields.tsx';
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
  const cohort = String(query.cohort ?? '');
  const choose = (name: string) => ({ value: get(name), onChange: ({ target }: { target: { value: string } }) => set(name, target.value) });
  return (
    <form className="toolbar" aria-label={lists('filters')} onSubmit={(event) => event.preventDefault()}>
      <Field label={say('kind')}>
        <select value={query.kind} onChange={({ target }) => set('kind', target.value)}>
          <option value="DOSSIER">{say('DOSSIER')}</option>
          <option value="HUKOU">{say('HUKOU')}</option>
        </select>
      </Field>
      <CohortField school={school} value={cohort} onChange={(value) => set('cohort', value)} />
      <CollegeField school={school} value={get('college')} onChange={(value) => set('college', value)} />
      <ClassField school={school} cohort={cohort} college={get('college')} value={get('class')} onChange={(value) => set('class', value)} />
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
