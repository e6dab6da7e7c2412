import { useQuery } from '@tanstack/react-query';
import { useOutletContext } from 'react-router';
import { mayDo, type Me } from '../access/me.ts';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { answerOf, api } from '../http/client.ts';
import { Field } from '../lists/field.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { useSchool } from '../lists/use-school.ts';
import { CalendarFacts } from './calendar-facts.tsx';
import { CalendarSteps } from './calendar-steps.tsx';
import { SetDates } from './set-dates.tsx';
import { useCalendarWords } from './words.ts';
import '../lists/lists.css';

/** R55–R57: what the school's year holds, what was done, and the dates of its own. */
export function Component() {
  const say = useCalendarWords();
  useTitle(say('title'));
  const me = useOutletContext<Me>();
  const school = useSchool();
  const { get, set } = useFilters();
  const cohort = get('cohort') || String(school.data?.cohorts[0] ?? '');
  const calendar = useQuery({
    queryKey: ['calendar', cohort],
    enabled: cohort !== '',
    queryFn: ({ signal }) => answerOf(api.GET('/api/calendars/{cohort}', { params: { path: { cohort } }, signal })),
  });
  const error = school.error ?? calendar.error;
  if (error) return <Failure error={error} onRetry={() => void (school.error ? school : calendar).refetch()} />;
  if (!school.data) return <Loading />;
  return (
    <>
      <h1>{say('title')}</h1>
      <div className="toolbar">
        <Field label={say('cohort')}>
          <select value={cohort} onChange={({ target }) => set('cohort', target.value)}>
            {school.data.cohorts.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {calendar.data ? (
        <>
          <CalendarFacts calendar={calendar.data} />
          <CalendarSteps calendar={calendar.data} />
          {mayDo(me, { resource: 'calendar', action: 'set' }) && <SetDates key={cohort} cohort={cohort} calendar={calendar.data} />}
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}
