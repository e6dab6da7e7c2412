import { isAtWork, type Roster } from './roster.ts';
import { useRosterWords } from './words.ts';

const shown = ['rows', 'valid', 'invalid', 'warnings', 'changed', 'existing', 'imported'] as const;

/** How an import stands, in figures; said again while a worker goes on. */
export function RosterCounts({ roster }: { readonly roster: Roster }) {
  const say = useRosterWords();
  return (
    <section aria-label={say('status')}>
      <p role="status">
        <strong>{say(roster.status)}</strong> {isAtWork(roster) && <span className="soft">{say('working', { count: roster.rows })}</span>}
      </p>
      {roster.status === 'IMPORTED' && <p className="soft">{say('lifecycles', roster.lifecycles)}</p>}
      <dl className="counts">
        {shown.map((name) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{roster[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
