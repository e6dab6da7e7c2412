import { shortMoment } from '../lists/short-moment.ts';
import type { Calendar } from './calendar.ts';
import { Counts } from './counts.tsx';
import { useCalendarWords } from './words.ts';

/** What comes with how many it finds unfinished as things stand, and what was done with how many it found then. */
export function CalendarSteps({ calendar: { steps, counts } }: { readonly calendar: Calendar }) {
  const say = useCalendarWords();
  const ahead = steps.filter(({ doneAt }) => doneAt === null).sort((a, b) => a.at.at.localeCompare(b.at.at));
  const past = steps.filter(({ doneAt }) => doneAt !== null).sort((a, b) => b.at.at.localeCompare(a.at.at));
  return (
    <>
      <section className="card">
        <h2>{say('ahead')}</h2>
        {ahead.length === 0 ? (
          <p className="soft">{say('noSteps')}</p>
        ) : (
          <div className="list-box" tabIndex={0} role="region" aria-label={say('ahead')}>
            <table className="list">
              <caption className="visually-hidden">{say('ahead')}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('at')}</th>
                  <th scope="col">{say('kind')}</th>
                  <th scope="col" className="figures">
                    {say('unfinished')}
                  </th>
                  <th scope="col" className="figures">
                    {say('overdue')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {ahead.map(({ kind, at }) => (
                  <tr key={`${kind}${at.at}`}>
                    <td>{shortMoment(at.at)}</td>
                    <td>{say(kind)}</td>
                    <td className="figures">{counts['unfinished'] ?? 0}</td>
                    <td className="figures">{counts['overdue'] ?? 0}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {ahead.length > 0 && <p className="soft">{say('aheadHelp')}</p>}
      </section>
      <section className="card">
        <h2>{say('past')}</h2>
        {past.length === 0 ? (
          <p className="soft">{say('nothingDone')}</p>
        ) : (
          <div className="list-box" tabIndex={0} role="region" aria-label={say('past')}>
            <table className="list">
              <caption className="visually-hidden">{say('past')}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('at')}</th>
                  <th scope="col">{say('kind')}</th>
                  <th scope="col">{say('doneAt')}</th>
                  <th scope="col">{say('counted')}</th>
                </tr>
              </thead>
              <tbody>
                {past.map(({ kind, at, doneAt, counts: found }) => (
                  <tr key={`${kind}${at.at}`}>
                    <td>{shortMoment(at.at)}</td>
                    <td>{say(kind)}</td>
                    <td>{doneAt !== null && shortMoment(doneAt)}</td>
                    <td>
                      {found && (
                        <details>
                          <summary>{say('people', { count: found['graduates'] ?? 0 })}</summary>
                          <Counts counts={found} />
                        </details>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </>
  );
}
