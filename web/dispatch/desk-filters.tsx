import { DispatchStatus } from '../../domain/dispatch/dispatch-status.ts';
import { Field } from '../lists/field.tsx';
import { CohortField, CollegeField } from '../lists/place-fields.tsx';
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
      <CohortField school={school} value={String(query.cohort ?? '')} onChange={(value) => set('cohort', value)} />
      <CollegeField school={school} value={get('college')} onChange={(value) => set('college', value)} />
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
