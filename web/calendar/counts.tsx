import { Stage } from '../../domain/lifecycle/stage.ts';
import type { Calendar } from './calendar.ts';
import { useCalendarWords } from './words.ts';

const known = ['graduates', 'unfinished', 'overdue', ...Stage.options] as const;

/** How many stand where, in the order of a season. */
export function Counts({ counts }: { readonly counts: Calendar['counts'] }) {
  const say = useCalendarWords();
  return (
    <dl className="facts">
      {known.map(
        (name) =>
          counts[name] !== undefined && (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{say(name)}</dt>
              <dd>{say('people', { count: counts[name] })}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
