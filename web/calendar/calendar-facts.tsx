import { shortMoment } from '../lists/short-moment.ts';
import type { Calendar } from './calendar.ts';
import { Counts } from './counts.tsx';
import { useCalendarWords } from './words.ts';

/** The two dates that every school has, how many stand where, and the lists that departures froze. */
export function CalendarFacts({ calendar: { departure, cutoff, counts, snapshots } }: { readonly calendar: Calendar }) {
  const say = useCalendarWords();
  return (
    <div className="cards">
      <section className="card">
        <h2>{say('departure')}</h2>
        <p>{departure.text}</p>
      </section>
      <section className="card">
        <h2>{say('cutoff')}</h2>
        <p>{cutoff.text}</p>
      </section>
      <section className="card">
        <h2>{say('now')}</h2>
        <Counts counts={counts} />
      </section>
      <section className="card">
        <h2>{say('snapshots')}</h2>
        {snapshots.length === 0 && <p className="soft">{say('noSnapshots')}</p>}
        <ul className="jobs">
          {snapshots.map(({ number, graduates, unsettled, takenAt }) => (
            <li key={number}>{say('snapshot', { number, graduates, unsettled, at: shortMoment(takenAt) })}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
