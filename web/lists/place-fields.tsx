import { Field } from './field.tsx';
import type { SchoolPlaces } from './use-school.ts';
import { useListWords } from './words.ts';

interface Props {
  readonly school: SchoolPlaces | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

interface Option {
  readonly value: string;
  readonly words: string;
}

/** Cohorts of the school; `all` where nothing needs to be chosen. */
export function CohortField({ school, all = false, ...choice }: Props & { readonly all?: boolean }) {
  const say = useListWords();
  const options = school?.cohorts.map((cohort) => ({ value: String(cohort), words: String(cohort) })) ?? [];
  return <Choice label={say('cohort')} all={all} options={options} {...choice} />;
}

export function CollegeField({ school, ...choice }: Props) {
  const say = useListWords();
  return (
    <Choice label={say('college')} all options={school?.colleges.map(({ id, name }) => ({ value: id, words: name })) ?? []} {...choice} />
  );
}

/** Classes of a cohort and a college, of all of them where these are empty. */
export function ClassField({ school, cohort, college, ...choice }: Props & { readonly cohort: string; readonly college: string }) {
  const say = useListWords();
  const within = school?.classes.filter((one) => [String(one.cohort), ''].includes(cohort) && [one.collegeId ?? '', ''].includes(college));
  const names = [...new Set(within?.map(({ className }) => className))];
  return <Choice label={say('className')} all options={names.map((name) => ({ value: name, words: name }))} {...choice} />;
}

interface ChoiceProps extends Omit<Props, 'school'> {
  readonly label: string;
  readonly all: boolean;
  readonly options: readonly Option[];
}

function Choice({ label, all, options, value, onChange }: ChoiceProps) {
  const say = useListWords();
  return (
    <Field label={label}>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {all && <option value="">{say('all')}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </Field>
  );
}
