import { Field } from './field.tsx';
import { useFilters } from './use-filters.ts';
import { useSchool } from './use-school.ts';
import { useListWords } from './words.ts';

/** Cohort, college and class, as the address holds them; nothing is narrowed until somebody chooses. */
export function PlaceFilters() {
  const say = useListWords();
  const { get, set } = useFilters();
  const { data: school } = useSchool();
  const choose = (name: string) => ({ value: get(name), onChange: ({ target }: { target: { value: string } }) => set(name, target.value) });
  const classes =
    school?.classes.filter(
      ({ cohort, collegeId }) => [String(cohort), ''].includes(get('cohort')) && [collegeId ?? '', ''].includes(get('college')),
    ) ?? [];
  const all = <option value="">{say('all')}</option>;
  return (
    <>
      <Field label={say('cohort')}>
        <select {...choose('cohort')}>
          {all}
          {school?.cohorts.map((cohort) => (
            <option key={cohort} value={cohort}>
              {cohort}
            </option>
          ))}
        </select>
      </Field>
      <Field label={say('college')}>
        <select {...choose('college')}>
          {all}
          {school?.colleges.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={say('className')}>
        <select {...choose('class')}>
          {all}
          {[...new Set(classes.map(({ className }) => className))].map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}
