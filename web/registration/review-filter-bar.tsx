import { destinations } from '../../domain/codes/destinations.ts';
import { Field } from '../lists/field.tsx';
import type { useFilters } from '../lists/use-filters.ts';
import { useBilingual } from '../text/words.ts';
import { useReviewWords } from './desk-words.ts';
import { desks } from './queue-query.ts';

type Filters = ReturnType<typeof useFilters>;

const waits = ['1', '3', '7', '14'] as const;

/** What a reviewer narrows the queue by. */
export function ReviewFilterBar({ filters: { get, set }, desk }: { readonly filters: Filters; readonly desk: string }) {
  const say = useReviewWords();
  const inWords = useBilingual();
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[], unset = say('all')) => (
    <Field label={label}>
      <select value={get(name)} onChange={({ target }) => set(name, target.value)}>
        <option value="">{unset}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
  return (
    <div className="toolbar">
      <Field label={say('desk')}>
        <select value={desk} onChange={({ target }) => set('status', target.value)}>
          {desks.map((one) => (
            <option key={one} value={one}>
              {say(one)}
            </option>
          ))}
          <option value="ALL">{say('all')}</option>
        </select>
      </Field>
      {choice(
        'section',
        say('section'),
        (['DESTINATION', 'DOSSIER', 'HUKOU'] as const).map((kind) => [kind, say(kind)]),
      )}
      {choice(
        'waitingDays',
        say('age'),
        waits.map((count) => [count, say('days', { count })]),
      )}
      {choice(
        'flag',
        say('flag'),
        (['overdue', 'warned', 'unwarned'] as const).map((flag) => [flag, say(flag)]),
      )}
      {choice(
        'destinationCode',
        say('destinationCode'),
        destinations.entries.map((entry) => [entry.code, `${entry.code} ${inWords(entry)}`]),
      )}
      {choice(
        'claimed',
        say('claimed'),
        (['MINE', 'OTHERS', 'NOBODY'] as const).map((who) => [who, say(who)]),
      )}
      {choice(
        'sort',
        say('sort'),
        (['NEWEST', 'STUDENT_NO'] as const).map((sort) => [sort, say(sort)]),
        say('WAITING'),
      )}
      <Field label={say('className')}>
        <input
          key={get('className')}
          defaultValue={get('className')}
          maxLength={60}
          onBlur={({ target }) => set('className', target.value.trim())}
          onKeyDown={(event) => {
            if (event.key === 'Enter') set('className', event.currentTarget.value.trim());
          }}
        />
      </Field>
    </div>
  );
}
