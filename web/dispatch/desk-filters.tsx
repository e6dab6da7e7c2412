import { DispatchStatus } from '../../domain/dispatch/dispatch-status.ts';
import { Field } from '../lists/field.tsx';
import { useFilters } from '../lists/use-filters.ts';
import type { SchoolPlaces } from '../lists/use-school.ts';
import { useListWords } from '../lists/words.ts';
import type { DispatchQuery } from './desk-query.ts';
import { useDeskFileWords } from './desk-words.ts';
import { useFileWords } from './words.ts';

/** Which dispatches: of whom, where they are, and which somebody must look at. */
export function DispatchFilters({ school, query }: { readonly school: SchoolPlaces; readonly query: DispatchQuery }) {
  const say = useDeskFileWords();
  const status = useFileWords();
  const lists = useListWords();
  const { get, set } = useFilters();
  const choose = (name: string) => ({ value: get(name), onChange: ({ target }: { target: { value: string } }) => set(name, target.value) });
  return (
    <form className="toolbar" aria-label={lists('filters')} onSubmit={(event) => event.preventDefault()}>
      <Field label={say('anyStatus')}>
        <select {...choose('status')}>
          <option value="">{lists('all')}</option>
          {DispatchStatus.options.map((one) => (
            <option key={one} value={one}>
              {status(one)}
            </option>
          ))}
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
      <Field label={say('attention')}>
        <select {...choose('attention')}>
          <option value="">{say('attentionAll')}</option>
          <option value="overdue">{say('overdueOnly')}</option>
          <option value="dead">{say('deadOnly')}</option>
        </select>
      </Field>
      <Field label={say('serial')} problem={get('serial') !== '' && query.serial === null ? say('serialWrong') : undefined}>
        <input placeholder={say('serialHelp')} {...choose('serial')} />
      </Field>
    </form>
  );
}
