import { ClassField, CohortField, CollegeField } from './place-fields.tsx';
import { useFilters } from './use-filters.ts';
import { useSchool } from './use-school.ts';

/** Cohort, college and class, as the address holds them; nothing is narrowed until somebody chooses. */
export function PlaceFilters() {
  const { get, set } = useFilters();
  const { data: school } = useSchool();
  const choose = (name: string) => ({ school, value: get(name), onChange: (value: string) => set(name, value) });
  return (
    <>
      <CohortField all {...choose('cohort')} />
      <CollegeField {...choose('college')} />
      <ClassField cohort={get('cohort')} college={get('college')} {...choose('class')} />
    </>
  );
}
