import { useQuery } from '@tanstack/react-query';
import { useTodayWords } from '../app/desk-words.ts';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { answerOf, api } from '../http/client.ts';
import { useSchool } from '../lists/use-school.ts';

/** What happens next in the year of the school, nearest first. */
export function AheadCalendar() {
  const { data } = useSchool();
  const cohort = data?.cohorts[0];
  return cohort === undefined ? null : <Ahead cohort={String(cohort)} />;
}

function Ahead({ cohort }: { readonly cohort: string }) {
  const say = useTodayWords();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['calendar', cohort],
    queryFn: ({ signal }) => answerOf(api.GET('/api/calendars/{cohort}', { params: { path: { cohort } }, signal })),
  });
  if (isPending) return <Loading />;
  if (!data) return <Failure part error={error} onRetry={() => void refetch()} />;
  const ahead = data.steps.filter(({ doneAt }) => doneAt === null).sort((one, other) => one.at.at.localeCompare(other.at.at));
  return (
    <section className="card" aria-label={say('calendar', { cohort })}>
      <h2>{say('calendar', { cohort })}</h2>
      {ahead.length === 0 ? (
        <p>{say('noSteps')}</p>
      ) : (
        <dl className="facts">
          {ahead.map(({ kind, at }) => (
            <div key={kind + at.at} style={{ display: 'contents' }}>
              <dt>{at.text.slice(0, 16)}</dt>
              <dd>{say(kind)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
