import { Stage } from '../../domain/lifecycle/stage.ts';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useSchoolCounts } from './use-school-counts.ts';
import { useStatisticsWords } from './words.ts';

/** Counts of the schools of a jurisdiction by stage: nothing about anybody. */
export function SchoolCounts() {
  const say = useStatisticsWords();
  const { data, error, refetch } = useSchoolCounts();
  if (error) return <Failure part error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <section className="card" aria-label={say('counts')}>
      <h2>{say('counts')}</h2>
      {data.schools.length === 0 ? (
        <p className="soft">{say('noCounts')}</p>
      ) : (
        <div className="table-box" tabIndex={0} role="region" aria-label={say('counts')}>
          <table className="list">
            <caption className="visually-hidden">{say('counts')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('school')}</th>
                <th scope="col">{say('cohort')}</th>
                <th scope="col" className="figures">
                  {say('graduates')}
                </th>
                <th scope="col" className="figures">
                  {say('overdue')}
                </th>
                {Stage.options.map((stage) => (
                  <th key={stage} scope="col" className="figures">
                    {say(stage)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.schools.map(({ schoolId, name, cohort, graduates, overdue, stages }) => (
                <tr key={`${schoolId}${cohort}`}>
                  <th scope="row">{name}</th>
                  <td>{cohort}</td>
                  <td className="figures">{graduates}</td>
                  <td className="figures">{overdue}</td>
                  {Stage.options.map((stage) => (
                    <td key={stage} className="figures">
                      {stages[stage] ?? 0}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
